import type { Temporal } from 'temporal-polyfill'
import type { CheckInForm } from '../../core/checkin/forms.js'
import type { MemberId } from '../../core/id.js'
import { newId } from '../../store/new-id.js'
import type { CheckIn } from '../../store/repository/check-ins.js'
import type { MemberDay } from '../../store/repository/days.js'
import type { Entry } from '../../store/repository/entries.js'
import type { CheckInStore } from '../../store/store.js'
import { type Actor, mustCarryTarget } from '../access/visitor.js'
import type { App } from '../app.js'
import { monthIdsOf } from '../review/month-ids.js'
import { announceCheckIn, POST_KEY_PREFIX, promptKey } from './announce.js'
import { type DayNumber, numbersOfDay } from './day.js'
import { keepLessons } from './lessons.js'
import { mayRecordNow, mustStillBeThere } from './may-record.js'
import { keepUndo } from './undo.js'

export interface CheckInInput {
  readonly on: Temporal.PlainDate
  readonly form: CheckInForm
  /** Minor units. Only the metrics that were spoken of: one that is absent stays as it is. */
  readonly numbers: readonly Entry[]
  /** `totals`: the day's numbers as they now are, as a form has them. `added`: on top of what is there, as words say it. */
  readonly numbersAre: 'totals' | 'added'
  /** By field name. */
  readonly notes: Readonly<Record<string, string>>
  /** As `numbersAre` unless it is said: a form's notes take the place of those that are there, words said in addition are put below them. */
  readonly notesAre?: 'totals' | 'added'
  /** What brought it: numbers that were added by it once are not added again. */
  readonly source: string
}

export interface CheckInResult {
  readonly checkIn: CheckIn
  /** The day as it stands now. */
  readonly numbers: readonly DayNumber[]
  /** Takes this submission back, by undoCheckIn; undefined when it changed nothing. */
  readonly undoId: string | undefined
}

/**
 * Records a member's day and has it posted in the prompt's thread. Sent again for the same day and form it corrects it, and the post is
 * edited in place; sent again without a change it does nothing. At most six statements.
 *
 * @throws UserError for a day that cannot be filled in, and for people without a target
 */
export async function submitCheckIn(app: App, actor: Actor, input: CheckInInput): Promise<CheckInResult> {
  const memberId = mustCarryTarget(actor)
  const { team } = actor
  const { on, form } = input
  mustStillBeThere(actor, on)
  return app.checkInTransaction(actor.organisationId, async (store, withCommit) => {
    const asked = { teamId: team.id, memberId, on, form, source: input.source }
    const [, day] = await Promise.all([
      store.days.hold(memberId),
      store.days.read({ promptKey: promptKey(team, on), postKeyPrefix: POST_KEY_PREFIX, monthIds: monthIdsOf(on, team), ...asked }),
    ])
    const lateness = mayRecordNow(team, store.now, { on, form, ...day })
    const checkIn = corrected(day.checkIn, actor, memberId, input, store, lateness)
    const entries = newEntries(input, day)
    if (day.checkIn !== undefined && entries.length === 0 && sameNotes(day.checkIn.notes, checkIn.notes)) {
      return { checkIn: day.checkIn, numbers: numbersOfDay(team, day.targets, day.totals), undoId: undefined }
    }

    const source = sourceOfNumbers(checkIn, input)
    const added = await store.days.keep(checkIn, { entries, source, madeBy: actor.personId, madeAt: store.now })
    const numbers = numbersOfDay(team, day.targets, [...added, ...day.totals])
    const undoId = newId()
    withCommit(keepLessons(store, checkIn))
    withCommit(announceCheckIn(store, actor, checkIn, numbers, day.isPosted ? 'in-place' : day.hasPrompt ? 'under-prompt' : 'new'))
    withCommit(keepUndo(store, actor, undoId, checkIn, day.checkIn, source))
    return { checkIn, numbers, undoId }
  })
}

function corrected(
  before: CheckIn | undefined,
  actor: Actor,
  memberId: MemberId,
  input: CheckInInput,
  store: CheckInStore,
  lateness: 'on-time' | 'late',
): CheckIn {
  const notes = Object.fromEntries(Object.entries(input.notes).filter(([, words]) => words.trim() !== ''))
  if (before === undefined) {
    return {
      id: newId<'check-in'>(),
      teamId: actor.team.id,
      memberId,
      on: input.on,
      form: input.form,
      notes,
      late: lateness === 'late',
      revision: 1,
      submittedAt: store.now,
    }
  }
  return {
    ...before,
    revision: before.revision + 1,
    notes: (input.notesAre ?? input.numbersAre) === 'totals' ? notes : appended(before.notes, notes),
  }
}

function appended(before: CheckIn['notes'], more: CheckIn['notes']): Record<string, string> {
  const all: Record<string, string> = { ...before }
  for (const [name, words] of Object.entries(more)) {
    const known = all[name]
    if (known === undefined) all[name] = words
    // Said already, or delivered again; what was said may have lines of its own.
    else if (!`\n${known}\n`.includes(`\n${words}\n`)) all[name] = `${known}\n${words}`
  }
  return all
}

/** What is to be added to the day: of totals the difference to what stands there, so that what was logged besides stays. */
function newEntries({ numbers, numbersAre }: CheckInInput, { totals, isCounted }: MemberDay): readonly Entry[] {
  if (numbersAre === 'added') return isCounted ? [] : numbers
  return numbers.flatMap(({ metric, amount }) => {
    const before = totals.find((total) => total.metric === metric)?.amount
    return before === amount ? [] : [{ metric, amount: amount - (before ?? 0n) }]
  })
}

/** A form sent twice is the same revision twice, and a delivery of words is one delivery: either counts once. */
function sourceOfNumbers(checkIn: CheckIn, input: CheckInInput): string {
  return input.numbersAre === 'totals' ? `check-in:${checkIn.id}:${checkIn.revision}` : input.source
}

function sameNotes(one: CheckIn['notes'], other: CheckIn['notes']): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => one[name] === other[name])
}
