import type { Temporal } from 'temporal-polyfill'
import type { MemberId } from '../../core/id.js'
import { newId } from '../../store/new-id.js'
import type { CheckIn, CheckInForm, Entry } from '../../store/repository/work.js'
import type { Store } from '../../store/store.js'
import { type Actor, mustCarryTarget } from '../access/visitor.js'
import type { App } from '../app.js'
import { announceCheckIn } from './announce.js'
import { type DayNumber, dayNumbers } from './day.js'
import { keepLessons } from './lessons.js'
import { mayRecord } from './may-record.js'
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
 * edited in place; sent again without a change it does nothing.
 *
 * @throws UserError for a day that cannot be filled in, and for people without a target
 */
export async function submitCheckIn(app: App, actor: Actor, input: CheckInInput): Promise<CheckInResult> {
  const memberId = mustCarryTarget(actor)
  return app.transaction(actor.organisationId, async (store) => {
    const lateness = await mayRecord(store, actor.team, memberId, input.on, input.form)
    const before = await store.work.checkIn(memberId, input.on, input.form)
    const numbersBefore = await dayNumbers(store, actor.team, memberId, input.on)
    const checkIn = corrected(before, actor, memberId, input, store, lateness)
    const isSaid = await writeNumbers(store, actor, memberId, checkIn, input, numbersBefore)
    if (before !== undefined && !isSaid && sameNotes(before.notes, checkIn.notes)) {
      return { checkIn: before, numbers: numbersBefore, undoId: undefined }
    }

    await store.work.saveCheckIn(checkIn)
    await keepLessons(store, checkIn)
    const numbers = await dayNumbers(store, actor.team, memberId, input.on)
    await announceCheckIn(store, actor.team, actor.name, checkIn, numbers)
    return { checkIn, numbers, undoId: await keepUndo(store, actor, checkIn, before, sourceOfNumbers(checkIn, input)) }
  })
}

function corrected(
  before: CheckIn | undefined,
  actor: Actor,
  memberId: MemberId,
  input: CheckInInput,
  store: Store,
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
    else if (!known.split('\n').includes(words)) all[name] = `${known}\n${words}`
  }
  return all
}

/** @returns whether any number changed */
async function writeNumbers(
  store: Store,
  actor: Actor,
  memberId: MemberId,
  checkIn: CheckIn,
  input: CheckInInput,
  before: readonly DayNumber[],
): Promise<boolean> {
  const doneBefore = (metric: string) => before.find((number) => number.metric === metric)?.done
  const isTotals = input.numbersAre === 'totals'
  // The day's totals as given: what was logged besides stays, and the difference is the check-in's own.
  const entries = isTotals
    ? input.numbers.flatMap(({ metric, amount }) =>
        doneBefore(metric) === amount ? [] : [{ metric, amount: amount - (doneBefore(metric) ?? 0n) }],
      )
    : input.numbers
  if (entries.length === 0) return false
  return store.work.addEntries({
    teamId: actor.team.id,
    memberId,
    on: input.on,
    entries,
    source: sourceOfNumbers(checkIn, input),
    checkInId: checkIn.id,
    madeBy: actor.personId,
    madeAt: store.now,
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
