import type {
  MeasurableCheck,
  MeasurableFinding,
  MeasurableSuggestion,
  MotionStage,
  StageNeed,
} from '../../../core/plan/checks/measurable.js'
import { type ConversionRate, FEW_CASES } from '../../../core/plan/conversion.js'
import { amountOf, asTyped, list, metricName, period, type Text, text } from '../../text.js'
import { unreachable } from '../../unreachable.js'
import { askedText, percent, tenths } from './words.js'

/** Each motion's funnel backwards, then where it lands forwards. */
export function measurableLines({ findings, suggestion }: MeasurableCheck): Text[] {
  return [...findings.flatMap(findingTexts), ...(suggestion === undefined ? [] : [suggestionText(suggestion)])]
}

function findingTexts(finding: MeasurableFinding): Text[] {
  switch (finding.code) {
    case 'funnel':
      return [text('check-funnel', { motion: finding.motion.name, target: askedText(finding.target) }), ...finding.needs.map(needText)]
    case 'late':
    case 'ahead': {
      const { code, stage, missing, month, motion } = finding
      const amount = amountOf(missing, stage.currency)
      return [text(`check-funnel-${code}`, { stage: stageName(stage), amount, month: period(month), motion: motion.name })]
    }
    case 'landing':
      return [landingText(finding)]
    case 'size-unknown':
      return [text('check-funnel-size-unknown', { motion: finding.motion.name })]
    case 'part-uncovered':
      return [text('check-funnel-part', { metric: metricName(finding.target.metric), share: tenths(finding.share) })]
    case 'untied':
      return [text('check-untied', { metric: metricName(finding.target.metric) })]
    case 'process-only':
      return [text('check-process-only')]
    default:
      return unreachable(finding)
  }
}

export function needText(need: StageNeed): Text {
  const { stage, amount, weekly, rest } = need
  const facts = {
    stage: stageName(stage),
    amount: amountOf(amount, stage.currency),
    weekly: amountOf(weekly, stage.currency),
    due: dueText(need),
    step: stepText(stage),
  }
  if (rest === undefined) return text('check-need', facts)
  const key = rest.amount === amount ? 'check-need-left' : 'check-need-rest'
  return text(key, { ...facts, rest: amountOf(rest.amount, stage.currency), weeks: rest.weeks })
}

/** The months in which a stage's part is due. */
export function dueText({ firstMonth, lastMonth }: StageNeed): Text {
  return firstMonth === lastMonth
    ? text('check-due-month', { month: period(firstMonth) })
    : text('check-due-months', { first: period(firstMonth), last: period(lastMonth) })
}

/** The rate and where it comes from; of learnt ones the cases and what they are drawn towards. */
export function stepText({ step }: MotionStage): Text {
  if (step.kind === 'size') {
    const { amount = 0n, basis = 'hand', deals = 0n } = step.size ?? {}
    return text(basis === 'hand' ? 'check-size-hand' : 'check-size-history', { amount: amountOf(amount, step.currency), deals })
  }
  return rateText(step.rate)
}

/** "50% go on (240 of 480 in six months, drawn towards 50%)". */
export function rateText({ rate, basis, assumed, tried, converted }: ConversionRate): Text {
  const few = tried < FEW_CASES ? 'yes' : 'no'
  return text(`check-rate-${basis}`, { rate: percent(rate), assumed: percent(assumed), tried, converted, few })
}

function landingText({ by, target, process, has, needs, lands }: MeasurableFinding & { code: 'landing' }): Text {
  return text(by === 'plan' ? 'check-landing-plan' : 'check-landing-pace', {
    has,
    needs,
    process: metricName(process),
    lands: amountOf(lands, target.currency),
    target: askedText(target),
    share: Math.floor((Number(lands) / Number(target.amount)) * 100),
  })
}

function suggestionText(suggestion: MeasurableSuggestion): Text {
  switch (suggestion.code) {
    case 'add-funnel':
      return text('check-suggest-funnel', { metric: metricName(suggestion.target) })
    case 'say-size':
      return text('check-suggest-size')
    case 'cover-rest':
      return text('check-suggest-cover', { metric: metricName(suggestion.target) })
    case 'ask-early':
      return text('check-suggest-early')
    case 'plan-later':
      return text('check-suggest-later', { metric: metricName(suggestion.target) })
    case 'set-process':
      return text('check-suggest-process', {
        targets: list(suggestion.amounts.map(({ metric, amount }) => askedText({ metric, amount, currency: undefined }))),
      })
    default:
      return unreachable(suggestion)
  }
}

/** As the plan calls it, or by its metric. */
export function stageName({ name, metric }: Pick<MotionStage, 'name' | 'metric'>): Text {
  return name === undefined && metric !== undefined ? metricName(metric) : asTyped(name ?? '')
}
