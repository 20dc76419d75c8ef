import { Temporal } from 'temporal-polyfill'
import { isWithin } from '../../calendar/period.js'
import { actionKey } from './key-action.js'
import { type Every, everyOf, type Span } from './rhythm.js'
import type { ActionItem } from './spread-actions.js'

/** What a member did of a key action on a day, as they ticked it off. */
export interface ActionTick {
  /** What the action is known by. */
  readonly key: string
  readonly on: Temporal.PlainDate
  readonly count: number
}

/** How a member stands on a key action on a day. */
export interface ActionStanding {
  readonly key: string
  readonly action: string
  /** The stretch that counts: this day, week, month or quarter. */
  readonly every: Every
  /** Due that day; less where more was done on earlier days than was due on them. */
  readonly due: number
  readonly doneToday: number
  /** Due on earlier days of the stretch and not made up for by today. */
  readonly behind: number
  /** In the whole stretch. */
  readonly asked: number
  readonly done: number
}

/** How a member stands on each of their key actions whose stretch holds a day, in the plan's order as far as their days go. */
export function actionStandings(items: readonly ActionItem[], ticks: readonly ActionTick[], on: Temporal.PlainDate): ActionStanding[] {
  return ofStretch(items.filter(({ span }) => isWithin(on, span))).map((turn) => {
    const [first] = turn
    const { action, span } = first
    const key = actionKey(action)
    const own = ticks.filter((tick) => tick.key === key && isWithin(tick.on, span))
    const before = sumOf(turn.filter((item) => Temporal.PlainDate.compare(item.on, on) < 0))
    const doneBefore = sumOf(own.filter((tick) => Temporal.PlainDate.compare(tick.on, on) < 0))
    const today = sumOf(turn.filter((item) => item.on.equals(on)))
    const doneToday = sumOf(own.filter((tick) => tick.on.equals(on)))
    const due = Math.max(0, Math.min(today, before + today - doneBefore))
    return {
      key,
      action: action.action,
      every: everyOf(action.every),
      due,
      doneToday,
      behind: Math.max(0, before - doneBefore - Math.max(0, doneToday - due)),
      asked: sumOf(turn),
      done: sumOf(own),
    }
  })
}

/** How many of each key action a stretch asks for, and how many were done in it. */
export function actionCount(items: readonly ActionItem[], ticks: readonly ActionTick[], span: Span): ActionCount[] {
  const asked = items.filter(({ on }) => isWithin(on, span))
  return ofAction(asked).map(([first, ...more]) => {
    const key = actionKey(first.action)
    const done = sumOf(ticks.filter((tick) => tick.key === key && isWithin(tick.on, span)))
    return { key, action: first.action.action, asked: sumOf([first, ...more]), done }
  })
}

export interface ActionCount {
  readonly key: string
  readonly action: string
  readonly asked: number
  readonly done: number
}

/** Counts of one action as one: of several members, or of two plans that share a week. */
export function addedUp(counts: readonly ActionCount[]): ActionCount[] {
  const sums = new Map<string, ActionCount>()
  for (const count of counts) {
    const before = sums.get(count.key)
    sums.set(count.key, before === undefined ? count : { ...before, asked: before.asked + count.asked, done: before.done + count.done })
  }
  return [...sums.values()]
}

/** None counted for more than was asked of it. */
export function capped(counts: readonly ActionCount[]): ActionCount[] {
  return counts.map((count) => ({ ...count, done: Math.min(count.done, count.asked) }))
}

type Some = readonly [ActionItem, ...ActionItem[]]

function ofStretch(items: readonly ActionItem[]): Some[] {
  return grouped(items, ({ action, span }) => `${actionKey(action)} ${span.start}`)
}

function ofAction(items: readonly ActionItem[]): Some[] {
  return grouped(items, ({ action }) => actionKey(action))
}

function grouped(items: readonly ActionItem[], keyOf: (item: ActionItem) => string): Some[] {
  const groups = new Map<string, [ActionItem, ...ActionItem[]]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return [...groups.values()]
}

function sumOf(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}
