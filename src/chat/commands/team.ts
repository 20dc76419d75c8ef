import { z } from 'zod'
import type { Membership } from '../../app/access/visitor.js'
import { chooseTeam, isNamed } from '../../app/team/choose.js'
import { createTeam } from '../../app/team/create.js'
import { makeLinkCode, redeemLinkCode } from '../../app/team/link.js'
import { joinTeam } from '../../app/team/members.js'
import { teamInput } from '../../app/team/team-input.js'
import { UserError } from '../../app/user-error.js'
import { localDate, type Team } from '../../store/repository/teams.js'
import { type TeamViewer, teamCard, welcomeCard } from '../cards/team.js'
import { teamForm } from '../forms/team.js'
import { readForm } from '../input.js'
import { meaningOf } from '../meaning-of.js'
import type { Card, Mention, Reply } from '../model.js'
import type { Request, Routes } from '../request.js'
import { asTyped, text } from '../text.js'
import { unreachable } from '../unreachable.js'
import { add, remove, setRole, stay } from './team-members.js'

export const teamRoutes: Routes = {
  commands: { team: (request, words, mentions) => teamCommand(request, words, mentions) },
  presses: {
    'team:new': async (request) => [openTeamForm(request)],
    'team:join': (request, [teamId = '']) => join(request, teamId),
    'team:link': (request) => giveCode(request),
    'team:stay': stay,
    'team:use': async (request, [teamId]) => [await choose(request, ({ team }) => team.id === teamId)],
  },
  forms: {
    'team-create': async (request, values) => {
      const input = readForm(teamInput, { ...values, country: values.country === 'none' ? '' : (values.country ?? '') })
      if (!input.ok) return [input.reply]
      const team = await createTeam(request.app, request.visitor, input.value)
      return [
        answer({
          lines: [{ kind: 'text', text: text('team-created-answer', { team: team.name }) }],
          buttons: [{ label: text('team-button-plan'), action: 'plan:new', style: 'primary' }],
        }),
      ]
    },
  },
}

/**
 * `/team`, `/team create`, `/team add @name [role] [from day]`, `/team role @name role|admin|no-admin`, `/team remove @name [last day]`,
 * `/team link [code]`; in private `/team North`, by somebody who is in several.
 */
async function teamCommand(request: Request, words: string, mentions: readonly Mention[]): Promise<readonly Reply[]> {
  const [verb = '', ...rest] = words.split(/\s+/)
  const wanted = teamVerb(verb)
  switch (wanted) {
    case undefined:
      if (verb === '') return show(request)
      if (request.visitor.here !== undefined || request.visitor.memberships.length < 2) throw new UserError('team-usage')
      return [await choose(request, isNamed(words))]
    case 'create':
      return [openTeamForm(request)]
    case 'join':
      return join(request, actorTeam(request).id)
    case 'add':
      return add(request, rest.join(' '), mentions)
    case 'role':
      return setRole(request, rest.join(' '), mentions)
    case 'remove':
      return remove(request, rest.join(' '), mentions)
    case 'link':
      return rest[0] === undefined ? giveCode(request) : takeCode(request, rest[0])
    default:
      return unreachable(wanted)
  }
}

const teamVerb = meaningOf({
  create: ['create', 'new', '创建', '新建'],
  join: ['join', '加入'],
  add: ['add', '添加'],
  role: ['role', '角色'],
  remove: ['remove', '移除'],
  link: ['link', '关联'],
})

async function show(request: Request): Promise<readonly Reply[]> {
  const team = request.visitor.here ?? request.visitor.memberships[0]?.team
  if (team === undefined) return [answer(welcomeCard(request.visitor))]
  const store = request.app.reading(team.organisationId)
  const [members, admins] = [await store.teams.members(team.id), await store.people.admins()]
  const others = request.visitor.here === undefined ? request.visitor.memberships.map(({ team: other }) => other) : []
  return [answer(teamCard(team, members, admins, viewerOf(request, team), localDate(team, request.at), others))]
}

async function choose(request: Request, isMeant: (membership: Membership) => boolean): Promise<Reply> {
  const { team } = await chooseTeam(request.app, request.visitor, isMeant)
  return said(text('team-chosen', { team: team.name }))
}

function viewerOf({ visitor }: Request, team: Team): TeamViewer {
  const isComing = visitor.coming.some((membership) => membership.team.id === team.id)
  const role = visitor.memberships.find((membership) => membership.team.id === team.id)?.role
  if (role === 'manager' || visitor.person?.isAdmin === true) return 'manager'
  return role === undefined && !isComing ? 'stranger' : 'member'
}

function openTeamForm({ visitor, language }: Request): Reply {
  if (visitor.conversationKind === 'private') throw new UserError('team-needs-channel')
  if (visitor.here !== undefined) throw new UserError('team-exists', { team: visitor.here.name })
  return { kind: 'open', form: teamForm({ name: visitor.conversationName.replace(/^#/, ''), zone: visitor.platformZone, language }) }
}

async function join(request: Request, teamId: string): Promise<readonly Reply[]> {
  const team = request.visitor.here?.id === teamId ? request.visitor.here : undefined
  if (team === undefined) throw new UserError('join-in-channel')
  const isNew = await joinTeam(request.app, request.visitor, team)
  return [said(isNew ? text('team-joined', { team: team.name }) : text('team-joined-already', { team: team.name }))]
}

function actorTeam(request: Request): Team {
  if (request.visitor.here === undefined) throw new UserError('join-in-channel')
  return request.visitor.here
}

async function giveCode(request: Request): Promise<readonly Reply[]> {
  const code = await makeLinkCode(request.app, request.visitor)
  return [
    answer({
      title: text('link-title'),
      lines: [
        { kind: 'quote', text: asTyped(`/team link ${code}`) },
        { kind: 'text', text: text('link-text') },
      ],
    }),
  ]
}

const linkCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z2-9]{10}$/)

async function takeCode(request: Request, words: string): Promise<readonly Reply[]> {
  const code = linkCode.safeParse(words)
  if (!code.success) throw new UserError('link-code')
  await redeemLinkCode(request.app, request.visitor, code.data)
  return [said(text('link-done'))]
}

function answer(card: Card): Reply {
  return { kind: 'answer', card }
}

function said(line: ReturnType<typeof text>): Reply {
  return answer({ lines: [{ kind: 'text', text: line }] })
}
