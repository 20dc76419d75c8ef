import { z } from 'zod'
import type { Actor } from '../../app/access/visitor.js'
import { comingLeave } from '../../app/leave/coming.js'
import { type LeaveChanged, markLeave } from '../../app/leave/mark.js'
import { takeBackLeave } from '../../app/leave/take-back.js'
import { calendarOf } from '../../app/team/calendar.js'
import { memberNamed } from '../../app/team/member-named.js'
import { UserError } from '../../app/user-error.js'
import { readDays } from '../../core/calendar/read-days.js'
import { nextWorkingDay } from '../../core/calendar/working-calendar.js'
import type { MemberId } from '../../core/id.js'
import { leaveListCard, leaveMarkedCard, leaveTakenBackCard } from '../cards/leave.js'
import { leaveForm } from '../forms/leave.js'
import { isoDate, readForm } from '../input.js'
import type { Card, FormValues, Mention, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'

export const leaveRoutes: Routes = {
  commands: { leave: (request, words, mentions) => leaveCommand(request, words, mentions) },
  presses: {
    // "I am off", on a reminder: most likely today.
    'leave:open': async (request, [teamId]) => {
      const actor = actorIn(request, teamId)
      return [{ kind: 'open', form: leaveForm(actor.team.id, actor.today) }]
    },
    'leave:new': (request, [teamId, memberId]) => openForm(request, teamId, memberId),
    'leave:list': async (request, [teamId, memberId]) => [answer(await list(request, actorIn(request, teamId), memberId as MemberId))],
    'leave:back': async (request, [teamId, leaveId = '']) => {
      const actor = actorIn(request, teamId)
      return [{ kind: 'replace', card: leaveTakenBackCard(actor, await takeBackLeave(request.app, actor, leaveId)) }]
    },
  },
  forms: { leave: submit },
}

/** `/leave`, `/leave tomorrow`, `/leave 2026-12-24 2026-12-28`, `/leave 12月24日到28日`; who runs the team also `/leave @name [days]`. */
async function leaveCommand(request: Request, words: string, mentions: readonly Mention[]): Promise<readonly Reply[]> {
  const actor = actorIn(request)
  if (FORM_WORDS.includes(words.toLowerCase())) return openForm(request)
  const { named, daysSaid } = whoAndWhen(words, mentions, actor)
  const memberId = named === undefined ? undefined : (await memberNamed(request.app, actor, named)).id
  if (daysSaid === '') return [answer(await list(request, actor, memberId))]
  const days = readDays(daysSaid, actor.today)
  if (days.kind === 'unread') throw new UserError('leave-unread', { words: days.words.slice(0, LONGEST_SHOWN) })
  return [answer(markedCard(request, actor, await markLeave(request.app, actor, days, memberId)))]
}

const FORM_WORDS: readonly string[] = ['add', 'new', 'form', '请假', '登记', '添加', '新增']
const LONGEST_SHOWN = 80

interface WhoAndWhen {
  readonly named: { readonly externalId?: string; readonly name: string } | undefined
  readonly daysSaid: string
}

/** A name that the platform does not mark ends where the days begin: "@Li Na 24 Dec". */
function whoAndWhen(words: string, mentions: readonly Mention[], { today }: Actor): WhoAndWhen {
  const known = mentions.find(({ externalId }) => externalId !== undefined)
  if (known !== undefined) return { named: known, daysSaid: words.replace(known.text, '').trim() }
  if (!words.startsWith('@')) return { named: undefined, daysSaid: words }
  const parts = words.slice(1).trim().split(/\s+/)
  const splits = parts.map((_, index) => ({
    named: { name: parts.slice(0, index + 1).join(' ') },
    daysSaid: parts.slice(index + 1).join(' '),
  }))
  const whole = { named: { name: parts.join(' ') }, daysSaid: '' }
  return splits.find(({ daysSaid }) => daysSaid !== '' && readDays(daysSaid, today).kind === 'days') ?? whole
}

async function list({ app }: Request, actor: Actor, memberId?: MemberId): Promise<Card> {
  return leaveListCard(actor, await comingLeave(app, actor, memberId))
}

async function openForm(request: Request, teamId?: string, memberId?: string): Promise<readonly Reply[]> {
  const actor = actorIn(request, teamId)
  const first = nextWorkingDay(calendarOf(actor.team), actor.today) ?? actor.today.add({ days: 1 })
  return [{ kind: 'open', form: leaveForm(actor.team.id, first, memberId) }]
}

async function submit(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const [teamId, memberId] = context.split(':')
  const actor = actorIn(request, teamId)
  const input = readForm(leaveDays, values)
  if (!input.ok) return [input.reply]
  const { from, to } = input.value
  const marked = await markLeave(request.app, actor, { from, to: to ?? from }, memberId as MemberId | undefined)
  return [answer(markedCard(request, actor, marked))]
}

/** It holds in all teams of the organisation; whoever works for another one too has to say it there. */
function markedCard({ visitor }: Request, actor: Actor, marked: LeaveChanged): Card {
  const isOwn = marked.member.id === actor.memberId
  const isElsewhere = isOwn && visitor.memberships.some(({ team }) => team.organisationId !== actor.organisationId)
  return leaveMarkedCard(actor, marked, { isElsewhere })
}

const leaveDays = z.object({
  from: isoDate,
  to: z
    .literal('')
    .transform(() => undefined)
    .or(isoDate)
    .optional(),
})

function answer(card: Card): Reply {
  return { kind: 'answer', card }
}
