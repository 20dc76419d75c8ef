import type { Carrier } from '../checks/specific.js'
import type { MetricKey } from '../metric.js'

/** Kinds of business that a new plan can start from. */
export const TEMPLATE_KEYS = ['saas', 'distribution', 'retail', 'services'] as const
export type TemplateKey = (typeof TEMPLATE_KEYS)[number]

/** Parts of a business that a template splits revenue over. */
export type TemplatePart = 'new' | 'repeat' | 'upgrades' | 'promotions'

/** What a kind of business starts with. Every number is a starting point that the manager sees and can change. */
export interface PlanTemplate {
  readonly key: TemplateKey
  readonly carrier: Carrier
  /** From the first contact on: percent that go on to the next stage, and how long that takes. The last leads to a deal. */
  readonly stages: readonly { readonly metric: MetricKey; readonly percent: number; readonly cycle?: string }[]
  /** Deals that a person wins in a year: what an average deal must be worth follows from it. */
  readonly dealsPerPerson: number
  /** Percent of the revenue, a hundred in all. */
  readonly parts: readonly { readonly part: TemplatePart; readonly percent: number }[]
  /** Percent of the revenue that is to be paid within the period. */
  readonly collectedPercent?: number
  /** How a quarter falls on its months, in percent. */
  readonly phases?: readonly [number, number, number]
  /** How a year falls on January to December, in percent. */
  readonly season?: readonly number[]
  /** How a month falls on its days 1–10, 11–20 and from the 21st, in percent. */
  readonly rhythm?: readonly [number, number, number]
}

export const PLAN_TEMPLATES: Readonly<Record<TemplateKey, PlanTemplate>> = {
  saas: {
    key: 'saas',
    carrier: 'new',
    stages: [
      { metric: 'leads', percent: 25, cycle: '1 week' },
      { metric: 'visits', percent: 50, cycle: '1 week' },
      { metric: 'proposals', percent: 40, cycle: '4 weeks' },
    ],
    dealsPerPerson: 24,
    parts: [
      { part: 'new', percent: 60 },
      { part: 'repeat', percent: 25 },
      { part: 'upgrades', percent: 15 },
    ],
    phases: [25, 30, 45],
    rhythm: [20, 30, 50],
  },
  distribution: {
    key: 'distribution',
    carrier: 'repeat',
    stages: [
      { metric: 'visits', percent: 60 },
      { metric: 'negotiations', percent: 70 },
    ],
    dealsPerPerson: 60,
    parts: [
      { part: 'repeat', percent: 70 },
      { part: 'new', percent: 20 },
      { part: 'promotions', percent: 10 },
    ],
    collectedPercent: 90,
    phases: [30, 30, 40],
    rhythm: [25, 35, 40],
  },
  retail: {
    key: 'retail',
    carrier: 'repeat',
    stages: [{ metric: 'visits', percent: 25 }],
    dealsPerPerson: 600,
    parts: [
      { part: 'repeat', percent: 50 },
      { part: 'new', percent: 30 },
      { part: 'promotions', percent: 20 },
    ],
    season: [8, 7, 8, 8, 8, 8, 7, 8, 8, 9, 11, 10],
  },
  services: {
    key: 'services',
    carrier: 'new',
    stages: [
      { metric: 'leads', percent: 50 },
      { metric: 'visits', percent: 50, cycle: '1 week' },
      { metric: 'proposals', percent: 40, cycle: '2 weeks' },
    ],
    dealsPerPerson: 12,
    parts: [
      { part: 'repeat', percent: 50 },
      { part: 'new', percent: 35 },
      { part: 'upgrades', percent: 15 },
    ],
    collectedPercent: 85,
    season: [8, 7, 9, 9, 9, 9, 7, 7, 9, 9, 9, 8],
  },
}

export function isTemplateKey(words: string): words is TemplateKey {
  return TEMPLATE_KEYS.some((key) => key === words)
}
