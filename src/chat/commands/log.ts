import { type Actor, mustCarryTarget, mustManage } from '../../app/access/visitor.js'
import { readCheckInDay } from '../../app/check-in/read-day.js'
import { logNumbers, undoLog } from '../../app/log/log-numbers.js'
import { memberNamed, memberSaidFirst } from '../../app/team/member-named.js'
import { UserError } from '../../app/user-error.js'
import { fractionDigits } from '../../core/amount/unit.js'
import { readWords } from '../../core/checkin/read-words.js'
import { loggedCard, logUndoneCard } from '../cards/log.js'
import { namesADay, takeDay } from '../day-words.js'
import { logForm } from '../forms/check-in.js'
import { readCheckIn } from '../forms/check-in-answers.js'
import type { FormValues, Mention, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { readIsoDate } from '../said-date.js'
import { teamMeant } from '../team-meant.js'

export const logRoutes: Routes = {
  commands: { log: (request, words, mentions) => logCommand(request, words, mentions) },
  presses: {
    'log:open': (request, [teamId]) => openForm(request, teamId),
    'log:undo': async (request, [teamId, undoId = '']) => {
      const actor = actorIn(request, teamId)
      return [{ kind: 'replace', card: logUndoneCard(await undoLog(request.app, actor, undoId), actor.team) }]
    },
  },
  forms: { log: submit },
}

/** `/log 3 visits 2 leads`, `/log 拜访3 线索2`, `/log yesterday 3 visits`; a manager also `/log @name 2026-10-30 3 visits`. */
async function logCommand(request: Request, words: string, mentions: readonly Mention[]): Promise<readonly Reply[]> {
  const actor = actorIn(request)
  if (words === '') return openForm(request)
  const { member, own } = await whoseAndWhat(request, actor, words, mentions)
  const { on, rest } = takeDay(own, actor.today)
  const read = readWords(rest, { currencyDigits: fractionDigits(actor.team.currency) })
  if (namesADay(read.note)) throw new UserError('log-which-day', { words: read.note })
  // Half of what was said would be a wrong total: all of it is asked about again.
  if (read.unread.length > 0) throw new UserError('log-unread', { words: { kind: 'list', items: read.unread } })
  if (read.entries.length === 0) throw new UserError('log-usage')
  if (member === undefined) mustCarryTarget(actor)
  else mustManage(actor)
  const { numbers, undoId } = await logNumbers(request.app, actor, {
    entries: read.entries,
    source: `log:${request.interaction.deliveryId}`,
    on,
    ...(member === undefined ? {} : { forMember: member.id }),
  })
  return [
    {
      kind: 'answer',
      card: loggedCard({
        actor,
        on,
        added: read.entries,
        numbers,
        undoId,
        note: read.note,
        inTeam: teamMeant(request, actor),
        member: member?.name,
      }),
    },
  ]
}

/** Whose numbers they are, undefined for one's own, and the words without the name. */
async function whoseAndWhat({ app }: Request, actor: Actor, words: string, mentions: readonly Mention[]) {
  const [mention] = mentions
  if (mention !== undefined) return { member: await memberNamed(app, actor, mention), own: words.replace(mention.text, '').trim() }
  const said = await memberSaidFirst(app, actor, words)
  if (said === undefined || said.member.id === actor.memberId) return { member: undefined, own: said?.rest ?? words }
  return { member: said.member, own: said.rest }
}

async function openForm(request: Request, teamId?: string): Promise<readonly Reply[]> {
  const actor = actorIn(request, teamId === '' ? undefined : teamId)
  return [
    {
      kind: 'open',
      form: logForm(actor.team.id, await readCheckInDay(request.app, actor, actor.today, 'evening'), teamMeant(request, actor)),
    },
  ]
}

async function submit(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const [teamId = '', day = ''] = context.split(':')
  const actor = actorIn(request, teamId)
  const on = readIsoDate(day)
  if (on === undefined) throw new UserError('form-gone')
  const answers = readCheckIn(values, actor.team, 'evening')
  if (!answers.ok) return [answers.reply]
  if (answers.value.numbers.length === 0) throw new UserError('log-empty')
  const source = `log:${request.interaction.deliveryId}`
  const { numbers, undoId } = await logNumbers(request.app, actor, { entries: answers.value.numbers, source, on })
  return [
    {
      kind: 'answer',
      card: loggedCard({
        actor,
        on,
        added: answers.value.numbers,
        numbers,
        undoId,
        note: '',
        inTeam: teamMeant(request, actor),
        member: undefined,
      }),
    },
  ]
}
