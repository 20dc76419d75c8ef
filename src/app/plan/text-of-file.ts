/**
 * The text of a file in whatever encoding spreadsheets save one: UTF-8, UTF-16 with its mark, GB18030 as Chinese Excel does, or
 * Windows-1252 as Western Excel does.
 *
 * @returns undefined when it is no text
 */
export function textOfFile(bytes: Uint8Array): string | undefined {
  const text = markedUtf16(bytes) ?? decoded(bytes, 'utf-8') ?? decoded(bytes, isInPairs(bytes) ? 'gb18030' : 'windows-1252')
  // Tables and YAML have no control characters but tabs and line ends.
  return text === undefined || /[^\P{Cc}\t\r\n\u0085]/u.test(text) ? undefined : text
}

function markedUtf16(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le')
  return bytes[0] === 0xfe && bytes[1] === 0xff ? decoded(bytes, 'utf-16be') : undefined
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Chinese signs take two bytes, nearly always both above 127; an é among Latin letters stands alone. */
function isInPairs(bytes: Uint8Array): boolean {
  let even = 0
  let odd = 0
  let run = 0
  for (const byte of [...bytes, 0]) {
    if (byte >= 0x80) run += 1
    else if (run > 0) {
      if (run % 2 === 0) even += 1
      else odd += 1
      run = 0
    }
  }
  return even >= odd
}
