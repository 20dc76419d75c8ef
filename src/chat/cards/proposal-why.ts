import type { OwnWhy, ProposedWhy } from '../../app/plan/agree/why-proposed.js'
import { pathsTo } from '../../app/target/why-tree.js'
import type { Card, Line } from '../model.js'
import { amountOf, metricName, period, type Text, text } from '../text.js'
import { ownShareTexts, unrounded } from './plan-why-shares.js'
import { stepText } from './why.js'

/** To a member: how each number that is proposed to them comes from the team's, down to a working day. */
export function proposalWhyCard({ period: of, targets }: ProposedWhy): Card {
  return {
    title: text('why-proposed-title', { period: period(of) }),
    lines: targets.flatMap(targetLines),
    note: text('proposal-note'),
  }
}

function targetLines(each: OwnWhy): Line[] {
  const { asked, why, own } = each
  const { currency } = why.target
  const heading = text('why-number', { metric: metricName(asked.metric), amount: amountOf(own.total, currency) })
  return [
    { kind: 'heading', text: heading },
    {
      kind: 'list',
      items: [
        text('why-proposed-team', { amount: amountOf(why.amount, currency) }),
        ...treeTexts(each),
        ...ownShareTexts(why, own),
        ...dayTexts(each),
      ],
    },
  ]
}

function treeTexts({ why: { tree, amount, target }, own: { name } }: OwnWhy): Text[] {
  if (tree === undefined) return []
  return pathsTo(tree, name, amount).flatMap((path) => path.map((step) => stepText(step, target.currency)))
}

function dayTexts({ asked: { ahead, days }, why }: OwnWhy): Text[] {
  if (ahead === 0n) return []
  const { currency } = why.target
  const facts = { amount: amountOf(ahead, currency), days, average: unrounded(Number(ahead) / days, currency) }
  return [text('why-days', facts)]
}
