import type { CARRIERS, KeyAction } from './key-action.js'

type Words = Readonly<Record<string, string>>

/** What usually carries each kind of business, as the planning guide has it; deal size has no actions of its own. */
const DEFAULTS: readonly (Omit<KeyAction, 'action' | 'members'> & { readonly name: keyof typeof NAMES })[] = [
  { name: 'trade-show', times: 2, rhythm: 'FREQ=MONTHLY', carrier: 'new' },
  { name: 'lead', times: 50, rhythm: 'FREQ=MONTHLY', carrier: 'new' },
  { name: 'screened-lead', times: 10, rhythm: 'FREQ=WEEKLY', carrier: 'new' },
  { name: 'in-depth-visit', times: 5, rhythm: 'FREQ=WEEKLY', carrier: 'new' },
  { name: 'customer-review', times: 20, rhythm: 'FREQ=MONTHLY', carrier: 'repeat' },
  { name: 'upsell', times: 5, rhythm: 'FREQ=MONTHLY', carrier: 'repeat' },
  { name: 'referral', times: 3, rhythm: 'FREQ=MONTHLY', carrier: 'repeat' },
]

const NAMES = {
  'trade-show': { en: 'Trade show', 'zh-CN': '参加展会' },
  lead: { en: 'New lead', 'zh-CN': '新增线索' },
  'screened-lead': { en: 'Screened lead', 'zh-CN': '筛选线索' },
  'in-depth-visit': { en: 'In-depth visit', 'zh-CN': '深度拜访' },
  'customer-review': { en: 'Existing customer reviewed', 'zh-CN': '老客户盘点' },
  upsell: { en: 'Customer to upsell', 'zh-CN': '老客户增购' },
  referral: { en: 'Referral asked', 'zh-CN': '请老客户转介绍' },
} as const satisfies Record<string, Words>

/** The usual key actions of a carrier, to be taken over or changed; named in the team's language, since a plan keeps them as words. */
export function defaultActions(carrier: (typeof CARRIERS)[number], language: 'en' | 'zh-CN'): KeyAction[] {
  return DEFAULTS.filter((each) => each.carrier === carrier).map(({ name, ...action }) => ({ action: NAMES[name][language], ...action }))
}
