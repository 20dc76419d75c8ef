import { z } from 'zod'
import { setMyLanguage } from '../../app/access/language.js'
import { mustManage } from '../../app/access/visitor.js'
import { changeFiscalYear, changeRules, changeTeam } from '../../app/team/settings.js'
import { fiscalInput, rulesInput, scheduleInput, teamInput } from '../../app/team/team-input.js'
import { UserError } from '../../app/user-error.js'
import { localDate } from '../../store/repository/teams.js'
import { fiscalYearCard } from '../cards/fiscal-year.js'
import { fiscalYearForm } from '../forms/fiscal-year.js'
import { teamRulesForm, teamSettingsForm } from '../forms/team.js'
import { readForm } from '../input.js'
import { meaningOf } from '../meaning-of.js'
import type { Card, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { sayIn } from '../say.js'
import { asTyped, text } from '../text.js'

export const settingsRoutes: Routes = {
  commands: { settings: (request, words) => settings(request, words) },
  presses: {
    'settings:language': (request, [language = '']) => chooseLanguage(request, language),
    'settings:team': async (request, [teamId]) => {
      const actor = actorIn(request, teamId)
      mustManage(actor)
      return [{ kind: 'open', form: teamSettingsForm(actor.team, request.language) }]
    },
    'settings:rules': async (request, [teamId]) => {
      const actor = actorIn(request, teamId)
      mustManage(actor)
      return [{ kind: 'open', form: teamRulesForm(actor.team) }]
    },
    'settings:year': async (request, [teamId]) => {
      const actor = actorIn(request, teamId)
      mustManage(actor)
      return [{ kind: 'open', form: fiscalYearForm(actor.team, request.language) }]
    },
  },
  forms: {
    'team-rules': async (request, values, teamId) => {
      const input = readForm(rulesInput, values)
      if (!input.ok) return [input.reply]
      await changeRules(request.app, actorIn(request, teamId), input.value)
      return [{ kind: 'answer', card: { lines: [{ kind: 'text', text: text('settings-saved') }] } }]
    },
    'team-year': async (request, values, teamId) => {
      const input = readForm(fiscalInput, values)
      if (!input.ok) return [input.reply]
      const { fiscal } = await changeFiscalYear(request.app, actorIn(request, teamId), input.value)
      return [{ kind: 'answer', card: fiscalYearCard(fiscal, localDate(actorIn(request, teamId).team, request.at)) }]
    },
    'team-settings': async (request, values, teamId) => {
      const input = readForm(teamChange, { ...values, country: values.country === 'none' ? '' : (values.country ?? '') })
      if (!input.ok) return [input.reply]
      const { name, zone, language, currency, country, region, weekdays, board, ...schedule } = input.value
      await changeTeam(request.app, actorIn(request, teamId), {
        name,
        zone,
        language,
        currency,
        country,
        region,
        weekdays,
        board,
        schedule,
      })
      return [{ kind: 'answer', card: { lines: [{ kind: 'text', text: text('settings-saved') }] } }]
    },
  },
}

const teamChange = z.object({
  ...teamInput.shape,
  ...scheduleInput.shape,
  board: z.enum(['names', 'best', 'team-only']),
})

async function settings(request: Request, words: string): Promise<readonly Reply[]> {
  const wanted = languageNamed(words)
  if (wanted !== undefined) return chooseLanguage(request, wanted)
  if (words !== '') throw new UserError('settings-usage')
  return [{ kind: 'answer', card: settingsCard(request) }]
}

const languageNamed = meaningOf({ en: ['english', 'en', '英文'], 'zh-CN': ['chinese', 'zh', '中文', '简体中文'] })

function settingsCard({ visitor, language }: Request): Card {
  const team = visitor.here ?? visitor.memberships[0]?.team
  const manages =
    visitor.person?.isAdmin === true ||
    visitor.memberships.some((membership) => membership.team.id === team?.id && membership.role === 'manager')
  return {
    title: text('settings-title'),
    lines: [{ kind: 'text', text: text('settings-language-now', { language: language === 'en' ? 'English' : '简体中文' }) }],
    buttons: [
      language === 'en'
        ? { label: asTyped('简体中文'), action: 'settings:language:zh-CN' }
        : { label: asTyped('English'), action: 'settings:language:en' },
      ...(team !== undefined && manages
        ? [
            { label: text('team-button-settings'), action: `settings:team:${team.id}` },
            { label: text('team-button-rules'), action: `settings:rules:${team.id}` },
            { label: text('team-button-year'), action: `settings:year:${team.id}` },
          ]
        : []),
    ],
  }
}

async function chooseLanguage({ app, visitor }: Request, wanted: string): Promise<readonly Reply[]> {
  const language = z.enum(['en', 'zh-CN']).safeParse(wanted)
  if (!language.success) throw new UserError('button-gone')
  await setMyLanguage(app, visitor, language.data)
  // Said in the language just chosen, which the rest of this answer does not know of yet.
  return [{ kind: 'answer', card: { lines: [{ kind: 'text', text: asTyped(sayIn(language.data)(text('settings-language-set'))) }] } }]
}
