import { readCheckInDay } from '../../app/check-in/read-day.js'
import { submitCheckIn } from '../../app/check-in/submit.js'
import { undoCheckIn } from '../../app/check-in/undo.js'
import { UserError } from '../../app/user-error.js'
import { type CheckInForm, formForHour } from '../../core/checkin/forms.js'
import { checkInSavedCard } from '../cards/check-in.js'
import { takeReportDay } from '../day-words.js'
import { checkInForm } from '../forms/check-in.js'
import { readCheckIn } from '../forms/check-in-answers.js'
import { meaningOf } from '../meaning-of.js'
import type { FormValues, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { readIsoDate } from '../said-date.js'
import { teamMeant } from '../team-meant.js'
import { date, text } from '../text.js'
import { echoWords, forgetWords } from './words.js'

export const checkInRoutes: Routes = {
  commands: { checkin: (request, words) => checkInCommand(request, words) },
  presses: {
    'check-in:open': (request, [teamId, form, on]) => openForm(request, { teamId, form: formNamed(form ?? ''), on }),
    'check-in:undo': (request, [teamId, undoId = '']) => undo(request, teamId, undoId),
  },
  forms: { 'check-in': submit },
}

/** `/checkin`, `/checkin morning|midday|evening`, `/checkin yesterday`, `/checkin 2026-11-20`, `/checkin 3 visits, price objection`. */
async function checkInCommand(request: Request, words: string): Promise<readonly Reply[]> {
  const actor = actorIn(request)
  const { on, isSaid, rest } = takeReportDay(words, actor.today)
  const form = rest === '' ? undefined : formNamed(rest)
  if (rest !== '' && form === undefined) return echoWords(request, actor, rest, on)
  return openForm(request, { teamId: undefined, form, on: isSaid ? on.toString() : undefined })
}

const formNamed = meaningOf<CheckInForm>({
  morning: ['morning', '早', '早上', '早间', '早会'],
  midday: ['midday', 'noon', '中午', '午间'],
  evening: ['evening', '晚', '晚上', '晚间'],
})

interface Wanted {
  readonly teamId: string | undefined
  readonly form: CheckInForm | undefined
  /** YYYY-MM-DD. */
  readonly on: string | undefined
}

/** Without a form named, the one that fits the hour; a past day is looked back on in the evening's, a coming one in the morning's. */
async function openForm(request: Request, wanted: Wanted): Promise<readonly Reply[]> {
  const actor = actorIn(request, wanted.teamId === '' ? undefined : wanted.teamId)
  const on = (wanted.on === undefined ? undefined : readIsoDate(wanted.on)) ?? actor.today
  const daysAhead = actor.today.until(on, { largestUnit: 'days' }).days
  const hour = request.at.toZonedDateTimeISO(actor.team.zone).toPlainTime()
  const form = wanted.form ?? (daysAhead === 0 ? formForHour(hour) : daysAhead < 0 ? 'evening' : 'morning')
  return [
    { kind: 'open', form: checkInForm(actor.team.id, form, await readCheckInDay(request.app, actor, on, form), teamMeant(request, actor)) },
  ]
}

async function submit(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const [teamId = '', day = '', formWord = '', wordsId] = context.split(':')
  const actor = actorIn(request, teamId)
  const [on, form] = [readIsoDate(day), formNamed(formWord)]
  if (on === undefined || form === undefined) throw new UserError('form-gone')
  const answers = readCheckIn(values, actor.team, form)
  if (!answers.ok) return [answers.reply]
  const source = request.interaction.deliveryId
  const saved = await submitCheckIn(request.app, actor, { on, form, numbersAre: 'totals', source, ...answers.value })
  if (wordsId !== undefined) await forgetWords(request, actor, wordsId)
  return [{ kind: 'answer', card: checkInSavedCard(saved.checkIn, saved.numbers, saved.undoId) }]
}

async function undo(request: Request, teamId: string | undefined, undoId: string): Promise<readonly Reply[]> {
  const { on, outcome } = await undoCheckIn(request.app, actorIn(request, teamId), undoId)
  const said = text(outcome === 'taken-back' ? 'check-in-taken-back' : 'check-in-as-before', { on: date(on, 'weekday') })
  return [{ kind: 'replace', card: { lines: [{ kind: 'text', text: said }] } }]
}
