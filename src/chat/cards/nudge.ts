import type { NudgePost } from '../../app/check-in/post.js'
import type { Card } from '../model.js'
import { date, text } from '../text.js'

/** To one member in private, once: a reminder that can be answered on the spot. */
export function nudgeCard({ teamId, team, on, form }: NudgePost): Card {
  return {
    lines: [{ kind: 'text', text: text(form === 'midday' ? 'nudge-midday' : 'nudge-evening', { on: date(on, 'weekday') }) }],
    buttons: [
      { label: text('check-in'), action: `check-in:open:${teamId}:${form}:${on}`, style: 'primary' },
      { label: text('nudge-button-leave'), action: `leave:open:${teamId}` },
    ],
    ...(team === undefined ? {} : { note: text('nudge-note', { team }) }),
  }
}
