import type { Carrier } from '../../core/plan/checks/specific.js'
import { CARRIERS, carrierOf } from '../../core/plan/checks/specific.js'
import type { Cycle } from '../../core/plan/cycle.js'
import { focusLines, tagLines } from '../../core/plan/focus-lines.js'
import { stageLines } from '../../core/plan/funnel-lines.js'
import { type MetricKey, metric } from '../../core/plan/metric.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import type { StageInput } from '../../core/plan/strategy-input.js'
import type { Field, Form, Language } from '../model.js'
import { sayIn } from '../say.js'
import { metricName, type Text, text } from '../text.js'
import { LONG_TEXT } from './plan.js'

/** Asks for a funnel: the one at a place of the plan's, or a new one. */
export function planFunnelForm(planId: string, { targets, funnels = [] }: PlanInput, place: number | undefined, language: Language): Form {
  const say = sayIn(language)
  const funnel = place === undefined ? undefined : funnels[place]
  const results = targets.map((target) => target.metric).filter((key) => metric(key).kind === 'result')
  const options = results.length > 0 ? results : targets.map((target) => target.metric)
  const uncovered = options.find((key) => !funnels.some((each) => each.target === key))
  const target = funnel?.target ?? uncovered ?? options[0] ?? 'deals'
  return {
    key: 'plan-funnel',
    context: `${planId}:${place ?? 'new'}`,
    title: text('funnel-form-title'),
    submit: text('plan-form-submit'),
    intro: [{ kind: 'text', text: text('funnel-form-intro') }],
    fields: [
      {
        kind: 'text',
        name: 'name',
        label: text('funnel-field-name'),
        initial: funnel?.name ?? say(text('funnel-default-name')),
        maxLength: 60,
      },
      {
        kind: 'choice',
        name: 'target',
        label: text('funnel-field-target'),
        options: options.map((key) => ({ value: key, label: metricName(key) })),
        initial: target,
      },
      {
        kind: 'text',
        name: 'stages',
        label: text('funnel-field-stages'),
        hint: text('funnel-hint-stages'),
        initial: stageLines(
          funnel?.stages ?? usualStages(target),
          (key) => say(metricName(key)),
          (cycle) => say(spanText(cycle)),
        ),
        maxLength: LONG_TEXT,
        long: true,
        ...(funnel === undefined ? {} : { optional: true }),
      },
      {
        kind: 'text',
        name: 'share',
        label: text('funnel-field-share'),
        hint: text('funnel-hint-share'),
        initial: funnel?.share ?? '100%',
        maxLength: 12,
      },
    ],
  }
}

/** "2 weeks", in the largest unit that says it exactly. */
function spanText({ months, days }: Cycle): Text {
  if (months > 0) return text('funnel-span-months', { count: months })
  return days % 7 === 0 ? text('funnel-span-weeks', { count: days / 7 }) : text('funnel-span-days', { count: days })
}

/** Every step learnt from the team's own numbers, or assumed until there are some. */
function usualStages(target: MetricKey): StageInput[] {
  const stages: StageInput[] = (['leads', 'visits', 'proposals', 'negotiations'] as const).map((key) => ({ metric: key }))
  return metric(target).unit === 'money' ? [...stages, { metric: 'deals' }] : stages
}

/** Asks how large the market is, and which part of it is wanted; one that is there can be emptied again. */
export function planMarketForm(planId: string, { market }: PlanInput, currency: string): Form {
  const field = (name: 'size' | 'share' | 'wanted', initial: string | undefined): Field => ({
    kind: 'text',
    name,
    label: text(`market-field-${name}`),
    ...(name === 'size' ? { hint: text('market-hint-size', { currency }) } : {}),
    ...(initial === undefined ? {} : { initial }),
    maxLength: 40,
    optional: market !== undefined,
  })
  return {
    key: 'plan-market',
    context: planId,
    title: text('market-form-title'),
    submit: text('plan-form-submit'),
    intro: [{ kind: 'text', text: text(market === undefined ? 'market-form-intro' : 'market-form-intro-set') }],
    fields: [field('size', market?.size), field('share', market?.share), field('wanted', market?.wanted)],
  }
}

/** Asks for the strategy, and what each target serves of it. */
export function planFocusForm(planId: string, plan: PlanInput, language: Language): Form {
  const say = sayIn(language)
  return {
    key: 'plan-focus',
    context: planId,
    title: text('focus-form-title'),
    submit: text('plan-form-submit'),
    fields: [
      {
        kind: 'text',
        name: 'focuses',
        label: text('focus-field-focuses'),
        hint: text('focus-hint-focuses'),
        initial: focusLines(plan.focus ?? [], (kind) => say(text(`focus-kind-${kind}`))),
        maxLength: LONG_TEXT,
        long: true,
        optional: (plan.focus ?? []).length > 0,
      },
      {
        kind: 'text',
        name: 'tags',
        label: text('focus-field-tags'),
        hint: text('focus-hint-tags'),
        initial: tagLines(plan.targets, (key) => say(metricName(key))),
        maxLength: LONG_TEXT,
        long: true,
        optional: true,
      },
    ],
  }
}

/** Asks what carries each result that could be carried in several ways. */
export function planCarrierForm(planId: string, { targets }: PlanInput): Form {
  return {
    key: 'plan-carrier',
    context: planId,
    title: text('carrier-form-title'),
    submit: text('plan-form-submit'),
    fields: carriedTargets(targets).map(
      (target): Field => ({
        kind: 'choice',
        name: target.metric,
        label: metricName(target.metric),
        options: carriersFor(target.metric).map((carrier) => ({ value: carrier, label: text(`carrier-${carrier}`) })),
        ...initialCarrier(target),
      }),
    ),
  }
}

function initialCarrier(target: PlanInput['targets'][number]): { initial?: string } {
  const carrier = carrierOf({ metric: target.metric, carrier: target.carrier })
  return carrier !== undefined && carriersFor(target.metric).includes(carrier) ? { initial: carrier } : {}
}

function carriedTargets(targets: PlanInput['targets']): PlanInput['targets'] {
  return targets.filter(({ metric: key }) => metric(key).kind === 'result')
}

/** What can carry a metric: larger deals do not make more of them. */
function carriersFor(key: MetricKey): readonly Carrier[] {
  if (key === 'new-customers') return ['new']
  return metric(key).unit === 'money' ? CARRIERS : CARRIERS.filter((carrier) => carrier !== 'deal-size')
}
