/**
 * A period as tables have it, as its id: a spreadsheet makes a date of "2026-05", and Chinese tables say 2026年5月 or 2026年第2季度. What it
 * does not know is given back as it is.
 */
export function periodId(words: string): string {
  const plain = words.normalize('NFKC').replace(/\s/g, '')
  const month = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:月|(?:[-/.]|月)0?1日?)?$/.exec(plain)
  if (month !== null) return `${month[1]}-${(month[2] ?? '').padStart(2, '0')}`
  const fiscalMonth = /^(?:(\d{4})-?年?)(?:p|第)(\d{1,2})期?$/i.exec(plain)
  if (fiscalMonth !== null) return `${fiscalMonth[1]}-P${(fiscalMonth[2] ?? '').padStart(2, '0')}`
  const quarter = /^(\d{4})(?:[-/.]|年)?(?:q([1-4])|第?([1-4一二三四])季度?)$/i.exec(plain)
  if (quarter !== null) return `${quarter[1]}-Q${QUARTERS[quarter[3] ?? ''] ?? quarter[2] ?? quarter[3]}`
  return /^(\d{4})年(?:度|全年)?$/.exec(plain)?.[1] ?? words
}

const QUARTERS: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4' }
