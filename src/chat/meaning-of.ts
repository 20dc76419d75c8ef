/**
 * What a typed word means, whatever its case. Looked up in a map: "constructor" is a name of every object, and of nothing that we know.
 *
 * @param words by what they mean
 * @returns a reader that knows only these; undefined for any other word
 */
export function meaningOf<Meaning extends string>(
  words: Readonly<Record<Meaning, readonly string[]>>,
): (word: string) => Meaning | undefined {
  const meanings = new Map((Object.keys(words) as Meaning[]).flatMap((meaning) => words[meaning].map((word) => [word, meaning] as const)))
  return (word) => meanings.get(word.toLowerCase())
}
