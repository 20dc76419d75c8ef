/**
 * Reads a time of day out of what somebody typed: "9", "9:00", "09.30", "0900", "5 pm", "9点", "下午5点半", "中午1点". Never throws.
 *
 * @returns HH:MM, or undefined for anything else
 */
export function readTime(words: string): string | undefined {
  const said = words.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const groups = (DIGITS_ONLY.exec(said) ?? SPOKEN.exec(said))?.groups
  if (groups === undefined) return undefined
  const hour = hourOf(Number(groups.hour), groups.part ?? groups.half)
  const minute = Number(groups.minute ?? groups.past?.replace('半', '30') ?? 0)
  return hour > 23 || minute > 59 ? undefined : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

const DIGITS_ONLY = /^(?<hour>\d{1,2})(?<minute>\d{2})$/
const SPOKEN =
  /^(?<part>凌晨|早上|上午|中午|下午|晚上)?(?<hour>\d{1,2})(?:[:.](?<minute>\d{2})|[点时](?:整|(?<past>半|\d{1,2})分?)?)?(?<half>am|pm)?$/

/** @param part of the day, where it was said */
function hourOf(said: number, part: string | undefined): number {
  switch (part) {
    case 'am':
    case '凌晨':
      return said === 12 ? 0 : said
    case 'pm':
    case '下午':
      return said < 12 ? said + 12 : said
    case '晚上':
      // Twelve at night is midnight.
      return said === 12 ? 0 : said < 12 ? said + 12 : said
    case '中午':
      return said < 10 ? said + 12 : said
    default:
      return said
  }
}
