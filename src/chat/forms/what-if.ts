import type { TriedChange } from '../../app/plan/tried-change.js'
import { parseAmount } from '../../core/amount/parse-amount.js'
import { parseRate } from '../../core/plan/funnel.js'
import { isBareRate } from '../../core/plan/percent-words.js'
import type { Shift } from '../../core/plan/what-if-shift.js'
import type { Form } from '../model.js'
import { text } from '../text.js'
import { DEAL, RATE, readShift, STAGE } from './what-if-shift.js'

/** Asks what to change, and to what. */
export function whatIfForm(teamId: string): Form {
  return {
    key: 'what-if',
    context: teamId,
    title: text('what-if-form'),
    submit: text('tree-form-submit'),
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: text('what-if-field-kind'),
        options: [
          { value: 'win rate', label: text('what-if-kind-rate') },
          { value: 'deal size', label: text('what-if-kind-deal') },
          { value: 'stage', label: text('what-if-kind-step') },
          { value: 'headcount', label: text('what-if-kind-headcount') },
          { value: 'share', label: text('what-if-kind-share') },
        ],
      },
      { kind: 'text', name: 'value', label: text('what-if-field-value'), hint: text('what-if-hint-value'), maxLength: 40 },
      { kind: 'text', name: 'part', label: text('what-if-field-part'), hint: text('what-if-hint-part'), maxLength: 100, optional: true },
    ],
  }
}

const STAGED = /^(?<name>.+?)[\s:=]+(?<value>[¥$€£]?\d\S*(?: ?%)?)$/iu
const PEOPLE = /^(?:headcount|people|reps|人数|人手)[\s:=]*(?<value>\d{1,5})人?$/iu
/** The name may stand before the word: "North share 50%", "华北占比50%". */
const SHARE_BEHIND = /^(?<name>.+?)[\s:=]*(?:share|占比|份额)[\s:=]*(?<value>\d[\d.]* ?%|\d+ ?\/ ?\d+)$/iu
const SHARE = /^(?:share(?: of)?|占比|份额)[\s:=]*(?<name>.+?)[\s:=]+(?<value>\d[\d.]* ?%|\d+ ?\/ ?\d+)$/iu

/** "If the win rate goes to 25%", "如果客单价涨到10万" say no more than the value. */
const IF = /^(?:(?:if|the)\s+|如果|假如|要是)+/i
const BECOMES =
  /\s(?:is|was|were|becomes|goes to|to)\s+(?=[¥$€£]?\d)|\s*(?:提高|提升|上升|升|涨|降低|下降|降|减少?|改|变)?(?:到|成|为|是)\s*(?=[¥$€£]?\d)/i

/** Characters; the patterns would take long over a thousand spaces, and nobody says a change in more. */
const LONGEST_SAID = 200

/**
 * Reads "win rate 25%", "deal size 80k", "stage leads 40%", "headcount 12", "share Large 40%"; in Chinese "赢单率 25%", "客单价 8万",
 * "阶段 线索 40%", "人数 12", "占比 大客户 40%". Also what is said from where things stand: "deal size +10%", "2 more people".
 */
export function readWhatIf(words: string, currency: string): TriedChange | Shift | undefined {
  const said = words.normalize('NFKC').trim()
  if (said.length > LONGEST_SAID) return undefined
  const plain = said.replace(IF, '').replace(BECOMES, ' ')
  const shift = readShift(plain, currency)
  if (shift !== undefined) return shift
  const rate = RATE.exec(plain)?.groups?.value
  if (rate !== undefined) {
    const parsed = parseRate(rate)
    if (parsed !== undefined) return { kind: 'win-rate', rate: parsed }
  }
  const deal = DEAL.exec(plain)?.groups?.value
  if (deal !== undefined) {
    const amount = parseAmount(deal, { kind: 'money', currency })
    return amount.ok && amount.value > 0n ? { kind: 'deal-size', amount: amount.value } : undefined
  }
  const staged = STAGED.exec(STAGE.exec(plain)?.groups?.rest ?? '')?.groups
  if (staged?.name !== undefined) return stepIn(staged.name, staged.value ?? '', currency)
  const people = Number(PEOPLE.exec(plain)?.groups?.value ?? 0)
  if (people > 0) return { kind: 'headcount', people }
  const shared = (SHARE.exec(plain) ?? SHARE_BEHIND.exec(plain))?.groups
  const share = parseRate(shared?.value ?? '')
  return share && { kind: 'share', part: shared?.name ?? '', share }
}

function stepIn(part: string, words: string, currency: string): TriedChange | undefined {
  const rate = isBareRate(words) ? parseRate(words) : undefined
  if (rate !== undefined) return { kind: 'step', part, value: { kind: 'rate', rate } }
  const amount = parseAmount(words, { kind: 'money', currency })
  return amount.ok && amount.value > 0n ? { kind: 'step', part, value: { kind: 'size', amount: amount.value } } : undefined
}
