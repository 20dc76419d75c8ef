import type { HomeClosedPost, UnreachablePost } from '../../app/team/post.js'
import type { Card } from '../model.js'
import { text } from '../text.js'

/** That somebody's reminders and private answers come to nothing, and what mends it. */
export function unreachableCard({ team, name, to }: UnreachablePost): Card {
  if (to === 'team') return { lines: [{ kind: 'text', text: text('unreachable-team', { name }) }] }
  return {
    title: text('unreachable-title', { name }),
    lines: [{ kind: 'text', text: text('unreachable-manager', { name, team }) }],
    note: text('unreachable-note'),
  }
}

/** That nothing reaches a team's own conversation any more, and what mends it. */
export function homeClosedCard({ team }: HomeClosedPost): Card {
  return {
    title: text('home-closed-title', { team }),
    lines: [{ kind: 'text', text: text('home-closed-text', { team }) }],
    note: text('home-closed-note'),
  }
}
