import { z } from 'zod'
import { CARRIERS } from '../checks/specific.js'
import { foldedName } from '../closest-name.js'
import { name, wholeNumber } from '../input-words.js'
import { EVERY, isRule } from './rhythm.js'

/** A key action with its rhythm: "2 trade shows a month" is { action: 'trade shows', count: 2, every: 'month' }. */
const keyAction = z.strictObject({
  /** As the team calls it; within a plan it is what the action is known by. */
  action: name.max(60, 'too-long'),
  count: wholeNumber.refine((count) => count >= 1 && count <= 999, { error: 'not-an-action-count' }),
  /** A stretch of days, or a rule of RFC 5545. */
  every: z.string().refine((words) => EVERY.some((each) => each === words) || isRule(words), { error: 'not-a-rhythm' }),
  /** What it works for. */
  carrier: z.enum(CARRIERS, { error: 'not-an-action-carrier' }).optional(),
  /** Whose it is; without it everybody's who carries a part of the plan. */
  members: z.array(name).min(1, 'nobody').max(1_000, 'too-many').optional(),
})

export type KeyAction = z.output<typeof keyAction>

/** More would fill nobody's day with what is key. */
export const MOST_ACTIONS = 12

export const actionsInput = z.array(keyAction).min(1, 'no-actions').max(MOST_ACTIONS, 'too-many')

/** What an action is known by, however its name is written. */
export function actionKey({ action }: Pick<KeyAction, 'action'>): string {
  return foldedName(action)
}

/** Whether it is somebody's. */
export function isActionOf({ members }: KeyAction, member: string): boolean {
  return members === undefined || members.some((each) => foldedName(each) === foldedName(member))
}

interface Contradiction {
  readonly path: (string | number)[]
  readonly code: string
  readonly facts: Record<string, string>
}

/** Two actions of one name could not be told apart when one is ticked off, and a member is named once. */
export function actionContradictions({ actions = [] }: { readonly actions?: readonly KeyAction[] | undefined }): Contradiction[] {
  const keys = actions.map(actionKey)
  return actions.flatMap((action, index): Contradiction[] => {
    const names = (action.members ?? []).map(foldedName)
    return [
      ...(keys.indexOf(actionKey(action)) === index
        ? []
        : [{ path: ['actions', index, 'action'], code: 'action-twice', facts: { words: action.action } }]),
      ...names.flatMap((each, place) =>
        names.indexOf(each) === place
          ? []
          : [{ path: ['actions', index, 'members', place], code: 'member-twice', facts: { member: action.members?.[place] ?? '' } }],
      ),
    ]
  })
}
