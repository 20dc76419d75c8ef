/** Columns that words take in a monospaced font: wide characters (Chinese, full-width forms, emoji) take two, combining marks none. */
export function columnsOf(words: string): number {
  return [...words].reduce((sum, character) => sum + (NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1), 0)
}

/** The words, filled up with spaces to a width. */
export function padded(words: string, columns: number, align: 'start' | 'end'): string {
  const spaces = ' '.repeat(Math.max(0, columns - columnsOf(words)))
  return align === 'start' ? words + spaces : spaces + words
}

const NO_WIDTH = /\p{Mn}|\p{Me}|\p{Cf}/u
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u
