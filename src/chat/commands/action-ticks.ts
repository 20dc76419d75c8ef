import type { Temporal } from 'temporal-polyfill'
import { ownActions, tickActions } from '../../app/key-actions/tick.js'
import { UserError } from '../../app/user-error.js'
import { actionCode } from '../action-code.js'
import { actionCountForm, readActionCounts } from '../forms/action-count.js'
import type { FormValues, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { readIsoDate } from '../said-date.js'
import { ownDay } from './target.js'

/** Key actions ticked off and counted. */
export const actionTickRoutes: Routes = {
  presses: {
    'actions:tick': async (request, [teamId, on, code = '', count = '']) => {
      if (!/^\d{1,3}$/.test(count)) throw new UserError('button-gone')
      const actor = actorIn(request, teamId)
      await tickActions(request.app, actor, dateIn(on), [{ code, count: Number(count) }], actionCode)
      return [{ kind: 'replace', card: await ownDay(request, actor) }]
    },
    'actions:count': async (request, [teamId, on]) => {
      const actor = actorIn(request, teamId)
      const day = dateIn(on)
      const standings = await ownActions(request.app.reading(actor.organisationId), actor, day)
      if (standings.length === 0) throw new UserError('key-action-gone')
      return [{ kind: 'open', form: actionCountForm(actor.team.id, day.toString(), standings) }]
    },
  },
  forms: { 'action-count': saveCounts },
}

async function saveCounts(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const [teamId, on] = context.split(':')
  const actor = actorIn(request, teamId)
  const read = readActionCounts(values)
  if (!read.ok) return [read.reply]
  await tickActions(request.app, actor, dateIn(on), read.value, actionCode)
  return [{ kind: 'answer', card: await ownDay(request, actor) }]
}

function dateIn(words = ''): Temporal.PlainDate {
  const on = readIsoDate(words)
  if (on === undefined) throw new UserError('button-gone')
  return on
}
