/** Does the work with so many pieces under way at once. */
export async function allAtOnce<Piece>(most: number, pieces: readonly Piece[], work: (piece: Piece) => Promise<unknown>): Promise<void> {
  const left = pieces.values()
  const worker = async () => {
    for (const piece of left) await work(piece)
  }
  await Promise.all(Array.from({ length: most }, worker))
}
