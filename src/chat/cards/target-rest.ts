import type { TargetView } from '../../app/target/read.js'
import type { MetricKey } from '../../core/plan/metric.js'
import type { Line } from '../model.js'
import { list, text } from '../text.js'
import { stageName } from './plan-checks/measurable.js'
import { rounded } from './target-standing.js'

/** What the rest of a target takes, a line for each sales motion; its name where there are several. */
export function restLines({ rest }: Pick<TargetView, 'rest'>, metric: MetricKey): Line[] {
  const motions = rest.find((each) => each.metric === metric)?.motions ?? []
  return motions.map(({ name, stages }): Line => {
    const items = stages.map(({ stage, amount }) =>
      text('target-rest-stage', { stage: stageName(stage), amount: rounded(amount, stage.currency, 'up') }),
    )
    const facts = { motion: name, stages: list(items) }
    return { kind: 'text', text: text(motions.length > 1 ? 'target-rest-motion' : 'target-rest', facts) }
  })
}
