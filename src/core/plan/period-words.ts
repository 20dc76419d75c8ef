/**
 * A period as tables have it, as its id: a spreadsheet makes a date of "2026-05", Chinese tables say 2026年5月 or 2026年第2季度, English ones
 * Q2 2026 or Apr 2026. What it does not know is given back as it is.
 */
export function periodId(words: string): string {
  const plain = words.normalize('NFKC').replace(/\s/g, '')
  const month = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:月|(?:[-/.]|月)0?1日?)?$/.exec(plain)
  if (month !== null) return `${month[1]}-${(month[2] ?? '').padStart(2, '0')}`
  const fiscalMonth = /^(?:(\d{4})-?年?)(?:p|第)(\d{1,2})期?$/i.exec(plain)
  if (fiscalMonth !== null) return `${fiscalMonth[1]}-P${(fiscalMonth[2] ?? '').padStart(2, '0')}`
  const quarter = /^(\d{4})(?:[-/.]|年)?(?:q([1-4])|第?([1-4一二三四])季度?)$/i.exec(plain)
  if (quarter !== null) return `${quarter[1]}-Q${QUARTERS[quarter[3] ?? ''] ?? quarter[2] ?? quarter[3]}`
  const yearLast = /^q([1-4])[-/.]?(\d{4})$/i.exec(plain)
  if (yearLast !== null) return `${yearLast[2]}-Q${yearLast[1]}`
  return namedMonth(plain) ?? /^(\d{4})年(?:度|全年)?$/.exec(plain)?.[1] ?? words
}

/** "Apr2026", "April-2026", "2026Apr". */
function namedMonth(plain: string): string | undefined {
  const match = /^([a-z]{3,9})[-/.,]?(\d{4})$/i.exec(plain) ?? /^(\d{4})[-/.]?([a-z]{3,9})$/i.exec(plain)
  const [name = '', year = ''] = /^\d/.test(match?.[1] ?? '') ? [match?.[2], match?.[1]] : [match?.[1], match?.[2]]
  const month = monthByName(name)
  return month === undefined ? undefined : `${year}-${String(month).padStart(2, '0')}`
}

/** 4 for "Apr", "April"; undefined for what is no month. */
export function monthByName(name: string): number | undefined {
  const folded = name.toLowerCase().replace(/^sept$/, 'sep')
  const at = MONTHS.findIndex((month) => folded.length >= 3 && month.startsWith(folded))
  return at < 0 ? undefined : at + 1
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ')

const QUARTERS: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' }
