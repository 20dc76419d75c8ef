import type { Temporal } from 'temporal-polyfill'
import type { Membership, Visitor } from '../../app/access/visitor.js'
import type { TeamCreatedPost } from '../../app/team/post.js'
import { belongsOn, isToCome } from '../../core/calendar/stay.js'
import type { PersonId } from '../../core/id.js'
import type { Member, Team } from '../../store/repository/teams.js'
import type { Button, Card } from '../model.js'
import { asTyped, date, list, type Text, text, time } from '../text.js'

/** Before there is a team: what the bot is for, and the one next step. A private chat can only lead to where a team is made. */
export function welcomeCard({ conversationKind }: Pick<Visitor, 'conversationKind'>): Card {
  if (conversationKind === 'private') {
    return {
      title: text('welcome-title'),
      lines: [
        { kind: 'text', text: text('welcome-private-text') },
        { kind: 'list', items: [text('welcome-private-join'), text('welcome-private-create')] },
      ],
    }
  }
  return {
    title: text('welcome-title'),
    lines: [
      { kind: 'text', text: text('welcome-text') },
      { kind: 'list', items: [text('welcome-step-team'), text('welcome-step-plan'), text('welcome-step-day')] },
    ],
    buttons: [{ label: text('team-button-create'), action: 'team:new', style: 'primary' }],
  }
}

/** To somebody who belongs to no team yet, and will. */
export function comingCard(coming: readonly Membership[]): Card {
  return {
    lines: coming.map(({ team, joinedOn }) => ({
      kind: 'text',
      text: text('error-not-a-member-yet', { team: team.name, from: date(joinedOn, 'weekday') }),
    })),
  }
}

export function teamCreatedCard({ teamId, team, by, zone, morning, holidaysMissing }: TeamCreatedPost): Card {
  return {
    title: text('team-created-title', { team }),
    lines: [
      {
        kind: 'text',
        text: morning === undefined ? text('team-created-quiet', { by }) : text('team-created-text', { by, morning: time(morning), zone }),
      },
      ...(holidaysMissing === undefined
        ? []
        : [{ kind: 'text' as const, text: text('team-holidays-missing', { year: String(holidaysMissing) }) }]),
    ],
    buttons: [{ label: text('team-button-join'), action: `team:join:${teamId}`, style: 'primary' }],
    note: text('team-created-note'),
  }
}

export type TeamViewer = 'manager' | 'member' | 'stranger'

/**
 * Who belongs to the team and how it is set, as the viewer may see and change it.
 *
 * @param own the viewer's teams, in a private chat, where they choose which one is meant
 */
export function teamCard(
  team: Team,
  members: readonly Member[],
  admins: readonly { id: PersonId; name: string }[],
  viewer: TeamViewer,
  today: Temporal.PlainDate,
  own: readonly Pick<Team, 'id' | 'name'>[],
): Card {
  const present = members.filter((member) => belongsOn(member, today))
  const coming = members.filter((member) => isToCome(member, today))
  return {
    title: text('team-title', { team: team.name, count: present.length }),
    lines: [
      { kind: 'list', items: [...present.map(memberText), ...coming.map(comingText)] },
      {
        kind: 'facts',
        facts: [
          { label: text('team-fact-admins'), value: text('as-typed', { words: list(admins.map(({ name }) => name)) }) },
          { label: text('team-fact-zone'), value: asTyped(team.zone) },
          { label: text('team-fact-currency'), value: asTyped(team.currency) },
          {
            label: text('team-fact-morning'),
            value: team.schedule.morning === undefined ? text('team-fact-off') : asTyped(team.schedule.morning),
          },
        ],
      },
    ],
    buttons: [...buttonsFor(viewer, team.id), ...own.filter(({ id }) => id !== team.id).map(chooseButton)],
    ...(viewer === 'manager' ? { note: text('team-note-manager') } : {}),
  }
}

function memberText({ name, role, leftOn }: Member): Text {
  const facts = { name, role: text(`role-${role}`) }
  return leftOn === undefined ? text('team-member', facts) : text('team-member-leaving', { ...facts, on: date(leftOn) })
}

function comingText({ name, role, joinedOn, leftOn }: Member): Text {
  const facts = { name, role: text(`role-${role}`), from: date(joinedOn) }
  return leftOn === undefined ? text('team-member-coming', facts) : text('team-member-for-a-time', { ...facts, on: date(leftOn) })
}

function chooseButton({ id, name }: Pick<Team, 'id' | 'name'>): Button {
  return { label: text('team-button-choose', { team: name }), action: `team:use:${id}` }
}

function buttonsFor(viewer: TeamViewer, teamId: string): Button[] {
  switch (viewer) {
    case 'manager':
      return [
        { label: text('team-button-plan'), action: 'plan:new', style: 'primary' },
        { label: text('team-button-settings'), action: `settings:team:${teamId}` },
        { label: text('team-button-link'), action: 'team:link' },
      ]
    case 'member':
      return [{ label: text('team-button-link'), action: 'team:link' }]
    case 'stranger':
      return [{ label: text('team-button-join'), action: `team:join:${teamId}`, style: 'primary' }]
  }
}
