import { z } from 'zod'
import { type Actor, foundIn, mustCarryTarget, pendingOf } from '../../app/access/visitor.js'
import { type CaseAskedFor, caseAskedFor } from '../../app/case/case-asked-for.js'
import { shareCase } from '../../app/case/share-case.js'
import { currencyOf, type DayNumber } from '../../app/check-in/day.js'
import { readCheckInDay } from '../../app/check-in/read-day.js'
import { submitCheckIn } from '../../app/check-in/submit.js'
import { UserError } from '../../app/user-error.js'
import { fractionDigits } from '../../core/amount/unit.js'
import { isCourtesy } from '../../core/checkin/courtesy.js'
import { type CheckInForm, formForHour } from '../../core/checkin/forms.js'
import { readWords } from '../../core/checkin/read-words.js'
import type { CheckInId } from '../../core/id.js'
import { isMetricKey } from '../../core/plan/metric.js'
import { newId } from '../../store/new-id.js'
import { checkInSavedCard } from '../cards/check-in.js'
import { echoCard, nothingReadCard } from '../cards/words.js'
import { takeReportDay } from '../day-words.js'
import { CASE_WORDS_MAX } from '../forms/case.js'
import { checkInForm } from '../forms/check-in.js'
import type { Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { readIsoDate } from '../said-date.js'
import { teamMeant } from '../team-meant.js'
import { type Text, text } from '../text.js'

export const wordsRoutes: Routes = {
  presses: {
    'words:save': (request, [id]) => save(request, id, 'added'),
    'words:totals': (request, [id]) => save(request, id, 'totals'),
    'words:edit': (request, [id]) => edit(request, id),
    'words:drop': (request, [id]) => drop(request, id),
    'words:case': (request, [id]) => tell(request, id),
  },
}

/**
 * Plain words: under the morning's post or one's own check-in, in private, or to the bot by name. Other talk in a channel is none of the
 * bot's business, and what it hears there by the way is not kept.
 */
export async function words(request: Request, said: string, mentionsBot: boolean): Promise<readonly Reply[]> {
  const { where } = request.interaction
  if (said.trim() === '' && where.kind === 'private') return [{ kind: 'answer', card: nothingReadCard('words-wordless') }]
  if (said.trim() === '') return mentionsBot ? [{ kind: 'answer', card: nothingReadCard() }] : []
  const meant = await dayOfThread(request)
  if (where.kind === 'channel' && meant === undefined && !mentionsBot) return []
  const asked = await ownCase(request)
  const actor = actorIn(request, meant?.teamId ?? asked?.teamId)
  // In the day's thread a manager cheers and an onlooker asks: only those who report are taken at their word.
  if (where.kind === 'channel' && !mentionsBot && (actor.memberId === undefined || actor.role === 'spectator')) return []
  if (isCourtesy(said)) return where.kind === 'private' || mentionsBot ? [{ kind: 'answer', card: nothingReadCard() }] : []
  if (UNDO.test(said.trim())) return [{ kind: 'answer', card: nothingReadCard('words-undo') }]
  const day = takeReportDay(said, actor.today)
  // A manager who encourages the team reports nothing.
  if (where.kind === 'channel' && !mentionsBot && actor.role === 'manager' && !hasNumbers(day.rest)) return []
  const on = day.isSaid ? day.on : (meant?.on ?? actor.today)
  return echoWords(request, actor, day.isSaid ? day.rest : said, on, asked && { monthId: asked.monthId, words: said })
}

/** It has a button of its own, which knows what to take back. */
const UNDO = /^(?:undo|take (?:it|that) back|撤销|撤回|取消)\p{P}*$/iu

/**
 * Says what was understood, and asks before it counts.
 *
 * @param ownCase the month of which a case was asked for, and the words as they would be shared
 */
export async function echoWords(
  request: Request,
  actor: Actor,
  said: string,
  on: Actor['today'],
  ownCase?: Kept['ownCase'],
): Promise<readonly Reply[]> {
  mustCarryTarget(actor)
  const read = readWords(said, { currencyDigits: fractionDigits(actor.team.currency) })
  const form = formOf(request, actor, on)
  const day = await readCheckInDay(request.app, actor, on, form)
  if (read.entries.length === 0 && read.unread.length === 0 && request.interaction.where.kind === 'private' && read.note.length < 2)
    return [{ kind: 'answer', card: nothingReadCard() }]
  const id = newId()
  const state: Kept = {
    teamId: actor.team.id,
    on: on.toString(),
    form,
    entries: read.entries.map(({ metric, amount }) => ({ metric, amount })),
    note: read.note.slice(0, LONGEST_NOTE),
    source: `words:${request.interaction.deliveryId}`,
    ...(ownCase === undefined ? {} : { ownCase }),
  }
  await request.app.transaction(actor.organisationId, (store) =>
    store.records.keepPending({ id, personId: actor.personId, kind: KIND, state }),
  )
  return [
    {
      kind: 'answer',
      card: echoCard({
        id,
        on,
        team: actor.team,
        inTeam: teamMeant(request, actor),
        day,
        ...read,
        note: state.note,
        caseOf: ownCase?.monthId,
      }),
    },
  ]
}

function hasNumbers(words: string): boolean {
  const { entries, unread } = readWords(words)
  return entries.length + unread.length > 0
}

const KIND = 'words'
const LONGEST_NOTE = 1_000

const kept = z.object({
  teamId: z.string(),
  on: z.string(),
  form: z.enum(['midday', 'evening']),
  entries: z.array(z.object({ metric: z.string(), amount: z.bigint() })),
  note: z.string(),
  source: z.string(),
  /** Where the top seller was asked for a case: these words may be it. */
  ownCase: z.object({ monthId: z.string(), words: z.string() }).optional(),
})
type Kept = z.infer<typeof kept>

/** Done things said before the afternoon are the day's first half, and leave the evening's questions open. */
function formOf(request: Request, actor: Actor, on: Actor['today']): 'midday' | 'evening' {
  if (!on.equals(actor.today)) return 'evening'
  return formForHour(request.at.toZonedDateTimeISO(actor.team.zone).toPlainTime()) === 'evening' ? 'evening' : 'midday'
}

/** The day whose post the words stand under: the bot's own posts carry it in their key. */
async function dayOfThread({ app, interaction, visitor }: Request): Promise<{ teamId: string; on: Actor['today'] } | undefined> {
  const { conversation, message } = interaction.where
  if (message === undefined) return undefined
  return foundIn(visitor, async (organisationId) => {
    const store = app.reading(organisationId)
    const key = await store.outbox.keyOfMessage(interaction.platform, conversation, message)
    const [, teamId, day = ''] = /^morning:([^:]+):(.+)$/.exec(key ?? '') ?? []
    const on = readIsoDate(day)
    if (teamId !== undefined && on !== undefined) return { teamId, on }
    const checkInId = /^check-in:([^:]+)/.exec(key ?? '')?.[1]
    const checkIn = checkInId === undefined ? undefined : await store.checkIns.byId(checkInId as CheckInId)
    return checkIn === undefined ? undefined : { teamId: checkIn.teamId, on: checkIn.on }
  })
}

async function ownCase({ app, interaction, visitor }: Request): Promise<CaseAskedFor | undefined> {
  const { platform, where } = interaction
  const { kind, conversation, message } = where
  if (kind !== 'private') return undefined
  return foundIn(
    visitor,
    (organisationId, person) =>
      person && caseAskedFor(app.reading(organisationId), { platform, conversation, message, personId: person.id }),
  )
}

async function pendingWords(request: Request, id = ''): Promise<{ actor: Actor; words: Kept; on: Actor['today'] }> {
  const state = await pendingOf(request.app, request.visitor, id, KIND)
  const read = kept.safeParse(state)
  const on = read.success ? readIsoDate(read.data.on) : undefined
  if (!read.success || on === undefined) throw new UserError('words-gone')
  return { actor: actorIn(request, read.data.teamId), words: read.data, on }
}

/** The words stay until they expire: pressed twice, they count once. */
async function save(request: Request, id: string | undefined, numbersAre: 'added' | 'totals'): Promise<readonly Reply[]> {
  const { actor, words, on } = await pendingWords(request, id)
  const notes = words.note === '' ? {} : { note: words.note }
  const saved = await submitCheckIn(request.app, actor, {
    on,
    form: words.form,
    numbers: words.entries,
    numbersAre,
    notes,
    notesAre: 'added',
    source: words.source,
  })
  return [{ kind: 'replace', card: checkInSavedCard(saved.checkIn, saved.numbers, saved.undoId) }]
}

/** The words are no report but the case that was asked for. */
async function tell(request: Request, id = ''): Promise<readonly Reply[]> {
  const { actor, words } = await pendingWords(request, id)
  if (words.ownCase === undefined) throw new UserError('words-gone')
  if (words.ownCase.words.length > CASE_WORDS_MAX) return [line('answer', text('input-too-long', { maximum: CASE_WORDS_MAX }))]
  await shareCase(request.app, actor, words.ownCase.monthId, words.ownCase.words, request.interaction.deliveryId)
  await forgetWords(request, actor, id)
  return [line('replace', text('case-told'))]
}

function line(kind: 'answer' | 'replace', words: Text): Reply {
  return { kind, card: { lines: [{ kind: 'text', text: words }] } }
}

/** The form with what was understood filled in. */
async function edit(request: Request, id: string | undefined): Promise<readonly Reply[]> {
  const { actor, words, on } = await pendingWords(request, id)
  const form: CheckInForm = 'evening'
  const day = await readCheckInDay(request.app, actor, on, form)
  const numbers = day.numbers.map((number) => {
    const entry = words.entries.find(({ metric }) => metric === number.metric)
    return entry === undefined ? number : { ...number, done: (number.done ?? 0n) + entry.amount }
  })
  const notes = words.note === '' ? day.notes : { ...day.notes, note: [day.notes.note, words.note].filter(Boolean).join('\n') }
  const unasked = words.entries.flatMap(({ metric, amount }): DayNumber[] => {
    if (!isMetricKey(metric) || numbers.some((number) => number.metric === metric)) return []
    return [{ metric, currency: currencyOf(metric, actor.team), target: null, done: amount }]
  })
  const filled = checkInForm(actor.team.id, form, { ...day, numbers: [...numbers, ...unasked], notes }, teamMeant(request, actor))
  // The words' own button would count them once more after the form has been sent.
  return [{ kind: 'open', form: { ...filled, context: `${filled.context}:${id}` } }]
}

async function drop(request: Request, id = ''): Promise<readonly Reply[]> {
  const { actor } = await pendingWords(request, id)
  await forgetWords(request, actor, id)
  return [{ kind: 'replace', card: { lines: [{ kind: 'text', text: text('words-dropped') }] } }]
}

/** They wait for no answer any more. */
export async function forgetWords({ app }: Request, actor: Actor, id: string): Promise<void> {
  await app.transaction(actor.organisationId, (store) => store.records.dropPending(id))
}
