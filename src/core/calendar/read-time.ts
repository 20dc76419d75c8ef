/**
 * Reads a time of day out of what somebody typed: "9", "9:00", "09.30", "0900", "5 pm", "9点", "下午5点半". Never throws.
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
  /^(?<part>早上|上午|中午|下午|晚上)?(?<hour>\d{1,2})(?:[:.](?<minute>\d{2})|[点时](?:整|(?<past>半|\d{1,2})分?)?)?(?<half>am|pm)?$/

/** @param half of the day, where it was said */
function hourOf(said: number, half: string | undefined): number {
  if (half === 'am') return said === 12 ? 0 : said
  return (half === 'pm' || half === '下午' || half === '晚上') && said < 12 ? said + 12 : said
}
