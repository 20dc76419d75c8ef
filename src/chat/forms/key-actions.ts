import { z } from 'zod'
import { actionKey, type KeyAction, MOST_ACTIONS } from '../../core/plan/actions/key-action.js'
import { type UsualAction, usualActions } from '../../core/plan/actions/usual-actions.js'
import type { PlanInput } from '../../core/plan/plan-input.js'
import { readForm } from '../input.js'
import type { Form, FormValues, Language, Reply, Say } from '../model.js'
import { sayIn } from '../say.js'
import { asTyped, list, type Text, text } from '../text.js'
import { keyActionLines, readKeyActions } from './key-action-lines.js'
import { LONG_TEXT } from './plan.js'

/** Asks for a plan's key actions as lines; where it has none, the usual ones stand there to begin with. */
export function keyActionsForm(planId: string, { actions, targets }: PlanInput, language: Language): Form {
  const say = sayIn(language)
  const counted = targets.map(({ metric }) => metric)
  return {
    key: 'key-actions',
    context: planId,
    title: text('key-actions-form'),
    submit: text('plan-form-submit'),
    ...(actions === undefined ? { intro: [{ kind: 'text', text: text('key-actions-form-usual') }] } : {}),
    fields: [
      {
        kind: 'text',
        name: 'actions',
        label: text('key-actions-field'),
        hint: text('key-actions-hint'),
        initial: keyActionLines(actions ?? usualActions(['new', 'repeat'], actionNames(say), counted), say),
        maxLength: LONG_TEXT,
        long: true,
        optional: true,
      },
    ],
  }
}

/** What the usual key actions are called in a language. */
export function actionNames(say: Say): (name: UsualAction) => string {
  return (name) => say(text(`key-action-name-${name}`))
}

const answers = z.object({ actions: z.string().trim().max(LONG_TEXT).default('') })

/** Reads the answers of keyActionsForm; what cannot be read is said at its field. */
export function readKeyActionsForm(values: FormValues): { ok: true; value: readonly KeyAction[] } | { ok: false; reply: Reply } {
  const read = readForm(answers, values)
  if (!read.ok) return read
  const { actions, unread } = readKeyActions(read.value.actions)
  const keys = actions.map(actionKey)
  const twice = actions.find((action, index) => keys.indexOf(actionKey(action)) < index)
  if (unread.length > 0)
    return mistake(
      text(unread.every(isRuled) ? 'key-actions-mistake-rule' : 'key-actions-mistake-lines', { lines: list(unread.map(asTyped)) }),
    )
  if (twice !== undefined) return mistake(text('key-actions-mistake-twice', { words: twice.action }))
  if (actions.length > MOST_ACTIONS) return mistake(text('key-actions-mistake-many', { maximum: MOST_ACTIONS }))
  return { ok: true, value: actions }
}

/** Whether somebody wrote a rule of RFC 5545: how many and what is not what it lacks. */
function isRuled(line: string): boolean {
  return /FREQ=/i.test(line)
}

function mistake(said: Text): { ok: false; reply: Reply } {
  return { ok: false, reply: { kind: 'errors', errors: [{ field: 'actions', text: said }] } }
}
