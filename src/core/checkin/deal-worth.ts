const FEW = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})'

/** "签了" before so many 单: deals, as much as 签单. Of other things signed nothing is said. */
export const SIGNED = new RegExp(`(?:签下来?|签|拿下|谈成|谈下|(?<![完分变赞])成)了?(?=\\s*${FEW}\\s*个?(?:大|小|新)?单)`, 'g')

/** Whether a number is said as money is: with a sign, a scale or a unit. "1 deal 3" says nothing of the kind. */
export function looksLikeMoney(digits: string, after: string): boolean {
  return /^[¥$€£]|[万亿千百]|[km]$/.test(digits) || /^\s*(?:万元|元|块)/.test(after)
}

const BETWEEN =
  /^(?:\s*个?(?:大|小|新)?单子?|\s*笔)?[\s,，:(（]*(?:worth|for|of|at|about|金额|合同额|价值|总额|一共|总共|共|是|为|约)*[\s:]*$/
const ENDS = /^\s*(?:万元|元|块钱?)?\s*(?:[,，;；。.!、)）\n]|$)/

/** Whether what stands between a deal and a sum, and behind the sum, lets the sum be what the deal is worth. */
export function isWorth(between: string, after: string): boolean {
  return between.length <= 20 && BETWEEN.test(between) && ENDS.test(after)
}

const SMALL_WORDS =
  /^(?:and|or|with|for|from|in|at|on|of|to|by|the|more|today|tomorrow|yesterday|again|so|but|then|now|left|this|that|was|were|is|are)$/
const WORD = /^ ?([a-z][a-z-]{1,20})(?![a-z\d])/
const CLASSIFIER = /^ ?(?:家|个|条|位|次|单|份|笔|通|件|场|名|项|组|元|块)/

/** A number with the word that it counts, so that who is asked knows which was not understood: "2 vists", not "2". */
export function withItsWord(text: string, number: Span, next: Span | undefined): Span {
  const length = ownWord(text, number, next)?.length ?? CLASSIFIER.exec(behind(text, number, next))?.[0].length ?? 0
  return { from: number.from, to: number.to + length }
}

/** The Latin word right behind a number, with the space before it; words that only join others are none. */
export function ownWord(text: string, number: Span, next: Span | undefined): string | undefined {
  const [found, word = ''] = WORD.exec(behind(text, number, next)) ?? []
  return SMALL_WORDS.test(word) ? undefined : found
}

function behind(text: string, { to }: Span, next: Span | undefined): string {
  return text.slice(to, Math.min(to + 30, next?.from ?? text.length))
}

interface Span {
  readonly from: number
  readonly to: number
}
