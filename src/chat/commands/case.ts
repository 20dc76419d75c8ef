import { z } from 'zod'
import { addCase } from '../../app/case/add-case.js'
import { findCases } from '../../app/case/find-cases.js'
import { mustHaveWon, shareCase } from '../../app/case/share-case.js'
import { UserError } from '../../app/user-error.js'
import { caseListCard } from '../cards/case.js'
import { CASE_WORDS_MAX, caseForm, topSellerCaseForm } from '../forms/case.js'
import { readForm } from '../input.js'
import type { Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { type Text, text } from '../text.js'

export const caseRoutes: Routes = {
  commands: {
    case: async (request, words) => {
      if (ADD_WORDS.includes(words.toLowerCase())) return [openForm(request)]
      return [{ kind: 'answer', card: caseListCard(await findCases(request.app, actorIn(request), words)) }]
    },
  },
  presses: {
    'case:add': async (request, [teamId]) => [openForm(request, teamId)],
    'case:tell': async (request, [teamId, monthId = '']) => {
      await mustHaveWon(request.app, actorIn(request, teamId), monthId)
      return [{ kind: 'open', form: topSellerCaseForm(teamId ?? '', monthId) }]
    },
  },
  forms: {
    'case-add': async (request, values, teamId) => {
      const input = readForm(newCase, values)
      if (!input.ok) return [input.reply]
      await addCase(request.app, actorIn(request, teamId), input.value, request.interaction.deliveryId)
      return [said(text('case-saved'))]
    },
    'case-tell': async (request, values, context) => {
      const input = readForm(ownCase, values)
      if (!input.ok) return [input.reply]
      const [teamId, monthId = ''] = context.split(':')
      await shareCase(request.app, actorIn(request, teamId), monthId, input.value.words, request.interaction.deliveryId)
      return [said(text('case-told'))]
    },
  },
}

const ADD_WORDS: readonly string[] = ['add', 'new', '添加', '新增', '新建']

const words = z.string().trim().min(1).max(CASE_WORDS_MAX)
const newCase = z.object({ kind: z.enum(['success', 'failure', 'lesson']), words })
const ownCase = z.object({ words })

function openForm(request: Request, teamId?: string): Reply {
  const { team, memberId } = actorIn(request, teamId)
  if (memberId === undefined) throw new UserError('case-members', { team: team.name })
  return { kind: 'open', form: caseForm(team.id) }
}

function said(words: Text): Reply {
  return { kind: 'answer', card: { lines: [{ kind: 'text', text: words }] } }
}
