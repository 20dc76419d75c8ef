import type { WishAnswer } from '../../app/plan/wish.js'
import type { Rewrite } from '../../core/plan/rewrite.js'
import type { Button, Card } from '../model.js'
import { wishAction } from '../plan-wished.js'
import { amountOf, metricName, money, period, type Text, text } from '../text.js'
import { unreachable } from '../unreachable.js'
import { weeklyText } from './plan-checks/specific.js'

/** A wish that is a target already, or three that could be made of a vague one. Each starts the target's form filled in. */
export function planWishCard(answer: WishAnswer, teamId: string): Card {
  const { period: of, currency } = answer
  if (answer.kind === 'target') {
    const { metric, amount, carrier, weekly, perWeek } = answer
    const target = { metric, amount, currency: answer.currencyOfTarget }
    return {
      title: text('wish-target-title', { period: period(of.id) }),
      lines: [
        {
          kind: 'text',
          text:
            weekly === undefined
              ? text('check-asked', { metric: metricName(metric), amount: amountOf(amount, target.currency) })
              : weeklyText({ ...target, weekly }, of.kind),
        },
        ...(perWeek === undefined ? [] : [{ kind: 'text' as const, text: text('wish-per-week', { amount: perWeek }) }]),
      ],
      buttons: [
        { label: text('wish-button-go'), action: wishAction(teamId, { metric, amount, period: of.id, carrier }), style: 'primary' },
      ],
      note: text('wish-target-note'),
    }
  }
  return {
    title: text('wish-vague-title'),
    lines: [
      { kind: 'text', text: text(answer.hasHistory ? 'wish-vague-text' : 'wish-vague-new-team', { period: period(of.id) }) },
      ...answer.rewrites.map((rewrite, index) => ({
        kind: 'text' as const,
        text: text('wish-choice', { place: String(index + 1), target: rewriteText(rewrite, answer, of.kind, currency) }),
      })),
    ],
    buttons: answer.rewrites.map(
      (rewrite, index): Button => ({
        label: text('wish-button', { place: String(index + 1), target: rewriteLabel(rewrite) }),
        action: wishAction(teamId, { ...rewrite, period: of.id }),
      }),
    ),
    note: text('wish-vague-note'),
  }
}

function rewriteText(
  rewrite: Rewrite,
  { hasHistory }: { readonly hasHistory: boolean },
  kind: WishAnswer['period']['kind'],
  currency: string,
): Text {
  const { amount, metric } = rewrite
  switch (rewrite.kind) {
    case 'new-customers':
    case 'repeat-deals': {
      const target = weeklyText({ metric, amount, currency: undefined, weekly: rewrite.weekly }, kind)
      const key = rewrite.kind === 'repeat-deals' ? 'wish-repeat-deals' : 'wish-new-customers'
      if (rewrite.usual !== undefined) return text(key, { target, usual: rewrite.usual })
      // Where other numbers have a history, the reader would take this one for theirs as well.
      return text(hasHistory ? `${key}-uncounted` : `${key}-first`, { target })
    }
    case 'repeat-revenue':
      return text('wish-repeat-revenue', {
        amount: money(amount, currency),
        more: money(rewrite.more, currency),
        orders: rewrite.orders,
        size: money(rewrite.size, currency),
      })
    case 'deal-size':
      return text('wish-deal-size', {
        amount: money(amount, currency),
        from: money(rewrite.from, currency),
        to: money(rewrite.to, currency),
        deals: rewrite.deals,
      })
    case 'visits':
      return text('wish-visits', { amount, weekly: rewrite.weekly })
    default:
      return unreachable(rewrite)
  }
}

function rewriteLabel({ carrier, metric }: Rewrite): Text {
  return carrier === undefined ? metricName(metric) : text(`carrier-${carrier}`)
}
