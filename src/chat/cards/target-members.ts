import type { TargetView } from '../../app/target/read.js'
import type { Line } from '../model.js'
import { asTyped, metricName, share, type Text, text } from '../text.js'

/** Who stands how, for those who look after them. */
export function membersLines({ members }: Pick<TargetView, 'members'>): Line[] {
  if (members === undefined || members.rows.length === 0) return []
  const { metric, rows } = members
  return [
    { kind: 'heading', text: text('target-members', { metric: metricName(metric) }) },
    {
      kind: 'table',
      columns: [
        { label: text('target-column-name'), align: 'start' },
        { label: text('target-column-share'), align: 'end' },
        { label: text('target-column-pace'), align: 'end' },
      ],
      rows: rows.map(({ name, pace }) => [asTyped(name), shareText(pace.attainmentShare), shareText(pace.paceShare)]),
    },
  ]
}

/** Nothing has no share: a target of zero, or the first day. */
function shareText(of1: number | null): Text {
  return of1 === null ? asTyped('–') : text('as-typed', { words: share(of1) })
}
