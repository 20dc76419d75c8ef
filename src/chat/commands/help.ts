import { welcomeCard } from '../cards/team.js'
import type { Card, Reply } from '../model.js'
import type { Request, Routes } from '../request.js'
import { text } from '../text.js'

export const helpRoutes: Routes = {
  commands: {
    help: async (request) => [help(request)],
    // Telegram's first words to every bot; a link into the private chat may carry a payload.
    start: async (request) => [help(request)],
    cancel: async () => [{ kind: 'answer', card: { lines: [{ kind: 'text', text: text('nothing-to-cancel') }] } }],
  },
  presses: { 'help:open': async (request) => [help(request)] },
}

function help(request: Request): Reply {
  const { visitor } = request
  if (visitor.here === undefined && visitor.memberships.length === 0) return { kind: 'answer', card: welcomeCard(visitor) }
  const manages = visitor.people.some(({ isAdmin }) => isAdmin) || visitor.memberships.some(({ role }) => role === 'manager')
  return { kind: 'answer', card: helpCard(manages) }
}

function helpCard(manages: boolean): Card {
  return {
    title: text('help-title'),
    lines: [
      {
        kind: 'list',
        items: [
          text('help-target'),
          text('help-checkin'),
          text('help-log'),
          text('help-deal'),
          text('help-leave'),
          text('help-leaderboard'),
          text('help-review'),
          text('help-case'),
          text('help-settings'),
        ],
      },
      ...(manages
        ? [
            { kind: 'heading' as const, text: text('help-managers') },
            { kind: 'list' as const, items: [text('help-plan'), text('help-deal-import'), text('help-team')] },
          ]
        : []),
      { kind: 'text', text: text('help-words') },
    ],
    buttons: [{ label: text('check-in'), action: 'check-in:open', style: 'primary' }],
  }
}
