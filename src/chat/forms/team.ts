import type { Team } from '../../store/repository/teams.js'
import type { Field, Form, Language, Option } from '../model.js'
import { asTyped, type Text, text } from '../text.js'
import { weekdayName } from './calendar-names.js'

/** Those with many sales teams first; others are set by `/settings country CODE`. ISO 3166-1. */
const COUNTRIES = [
  'CN',
  'HK',
  'TW',
  'SG',
  'MY',
  'US',
  'CA',
  'GB',
  'IE',
  'DE',
  'AT',
  'CH',
  'FR',
  'BE',
  'NL',
  'ES',
  'PT',
  'IT',
  'PL',
  'CZ',
  'SE',
  'NO',
  'DK',
  'FI',
  'JP',
  'KR',
  'VN',
  'TH',
  'ID',
  'PH',
  'AU',
  'NZ',
  'ZA',
  'MX',
  'BR',
  'AR',
  'CL',
  'CO',
  'AE',
  'IL',
  'TR',
] as const

/** Characters: "下午 5 点 30 分". */
const LONGEST_TIME = 12

const ZONE_COUNTRY: Readonly<Record<string, string>> = {
  'Asia/Shanghai': 'CN',
  'Asia/Hong_Kong': 'HK',
  'Asia/Singapore': 'SG',
  'Europe/London': 'GB',
  'Europe/Berlin': 'DE',
  'America/New_York': 'US',
}
const COUNTRY_CURRENCY: Readonly<Record<string, string>> = { CN: 'CNY', HK: 'HKD', SG: 'SGD', GB: 'GBP', DE: 'EUR', US: 'USD' }

/** The form that makes a team, filled with what the person's platform lets one guess. */
export function teamForm(guess: { name: string; zone: string | undefined; language: Language }): Form {
  const zone = guess.zone ?? (guess.language === 'zh-CN' ? 'Asia/Shanghai' : 'Europe/London')
  const country = ZONE_COUNTRY[zone] ?? ''
  return {
    key: 'team-create',
    context: '',
    title: text('team-form-title'),
    submit: text('team-form-submit'),
    fields: [
      ...basics(
        {
          name: guess.name,
          zone,
          language: guess.language,
          country,
          region: '',
          currency: COUNTRY_CURRENCY[country] ?? 'USD',
          weekdays: [1, 2, 3, 4, 5],
        },
        guess.language,
      ),
      {
        kind: 'text',
        name: 'morning',
        label: text('team-field-morning'),
        hint: text('team-hint-morning'),
        initial: '09:00',
        maxLength: LONGEST_TIME,
      },
    ],
  }
}

/** The form that changes one. */
export function teamSettingsForm(team: Team, language: Language): Form {
  return {
    key: 'team-settings',
    context: team.id,
    title: text('settings-team-title'),
    submit: text('settings-save'),
    fields: [
      ...basics({ ...team, country: team.country ?? '', region: team.region ?? '' }, language),
      ...(['morning', 'midday', 'evening', 'weekly', 'monthly'] as const).map(
        (kind): Field => ({
          kind: 'text',
          name: kind,
          label: text(`settings-post-${kind}`),
          initial: team.schedule[kind] ?? '',
          maxLength: LONGEST_TIME,
          optional: true,
          hint: text('settings-hint-post'),
        }),
      ),
      {
        kind: 'choice',
        name: 'board',
        label: text('settings-board'),
        options: (['names', 'best', 'team-only'] as const).map((value) => ({ value, label: text(`settings-board-${value}`) })),
        initial: team.settings.board,
      },
    ],
  }
}

/** The form that changes the rules of check-ins and boards. */
export function teamRulesForm({ id, settings }: Team): Form {
  const number = (name: 'boardBest' | 'topSellerRest' | 'adjustmentDays' | 'catchUpPercent'): Field => ({
    kind: 'number',
    name,
    label: text(`settings-rule-${name}`),
    hint: text(`settings-hint-${name}`),
    initial: String(settings[name]),
  })
  const time = (name: 'lateAfter' | 'windowEnds'): Field => ({
    kind: 'text',
    name,
    label: text(`settings-rule-${name}`),
    hint: text(`settings-hint-${name}`),
    initial: settings[name],
    maxLength: LONGEST_TIME,
  })
  return {
    key: 'team-rules',
    context: id,
    title: text('settings-rules-title'),
    submit: text('settings-save'),
    fields: [
      time('lateAfter'),
      time('windowEnds'),
      number('boardBest'),
      number('topSellerRest'),
      number('adjustmentDays'),
      number('catchUpPercent'),
    ],
  }
}

interface Basics {
  readonly name: string
  readonly zone: string
  readonly language: Language
  readonly country: string
  readonly region: string
  readonly currency: string
  readonly weekdays: readonly number[]
}

function basics(values: Basics, reader: Language): Field[] {
  return [
    { kind: 'text', name: 'name', label: text('team-field-name'), initial: values.name, maxLength: 60 },
    { kind: 'text', name: 'zone', label: text('team-field-zone'), hint: text('team-hint-zone'), initial: values.zone, maxLength: 60 },
    {
      kind: 'choice',
      name: 'country',
      label: text('team-field-country'),
      hint: text('team-hint-country'),
      options: countryOptions(values.country, reader),
      initial: values.country === '' ? 'none' : values.country,
    },
    {
      kind: 'text',
      name: 'region',
      label: text('team-field-region'),
      hint: text('team-hint-region'),
      initial: values.region,
      maxLength: 20,
      optional: true,
    },
    {
      kind: 'choice',
      name: 'language',
      label: text('team-field-language'),
      options: [
        { value: 'en', label: asTyped('English') },
        { value: 'zh-CN', label: asTyped('简体中文') },
      ],
      initial: values.language,
    },
    {
      kind: 'text',
      name: 'currency',
      label: text('team-field-currency'),
      hint: text('team-hint-currency'),
      initial: values.currency,
      maxLength: 3,
    },
    {
      kind: 'choices',
      name: 'weekdays',
      label: text('team-field-weekdays'),
      options: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day, reader) })),
      initial: values.weekdays.map(String),
    },
  ]
}

/** Where the standard name is a formal one that a form would not use. */
function placeName(code: string): Text | undefined {
  if (code === 'HK') return text('team-country-hk')
  return code === 'TW' ? text('team-country-tw') : undefined
}

function countryOptions(chosen: string, reader: Language): Option[] {
  const names = new Intl.DisplayNames(reader, { type: 'region' })
  const codes: string[] = chosen === '' || COUNTRIES.some((code) => code === chosen) ? [...COUNTRIES] : [chosen, ...COUNTRIES]
  return [
    { value: 'none', label: text('team-country-none') },
    ...codes.map((code) => ({ value: code, label: placeName(code) ?? asTyped(names.of(code) ?? code) })),
  ]
}
