import { Temporal } from 'temporal-polyfill'
import type { DraftFigures, PlanOverview, PublishedPlan, RevisionFigures } from '../../app/plan/overview.js'
import { planOf } from '../../app/plan/stored-plan.js'
import type { Button, Card, Line } from '../model.js'
import { date, list, type PeriodArg, period, type Text, text } from '../text.js'
import { agreementLines } from './plan-agreement.js'
import { targetHeading, targetLines } from './plan-figures.js'
import { teamTimeLines, timeLines } from './plan-time.js'
import { leaverButtons } from './team-members.js'

export type PlanViewer = 'manager' | 'member'

/** What is planned for the team now. A member sees it without what changes it, and without drafts. */
export function planCard({ team, published, drafts }: PlanOverview, teamId: string, viewer: PlanViewer): Card {
  const waiting = viewer === 'manager' ? drafts : []
  if (published.length === 0) return noPlanCard(team, waiting, teamId, viewer)
  return {
    title: text('plan-title', { team }),
    lines: [...published.flatMap((plan) => planLines(plan, viewer)), ...draftLines(waiting)],
    ...(viewer === 'manager' ? { buttons: buttonsFor(published, waiting, teamId) } : {}),
  }
}

/** What is taken back is named, be it one of several or the only one. */
export function recallCard(published: readonly PublishedPlan[]): Card {
  return {
    title: text('plan-recall-title'),
    lines: [{ kind: 'text', text: text('plan-recall-text') }],
    buttons: published.map((plan) => recallButtonOf(plan, true)),
  }
}

function noPlanCard(team: string, drafts: readonly DraftFigures[], teamId: string, viewer: PlanViewer): Card {
  if (viewer === 'member') return { title: text('plan-none-title', { team }), lines: [{ kind: 'text', text: text('plan-none-member') }] }
  return {
    title: text('plan-none-title', { team }),
    lines: [{ kind: 'text', text: text('plan-none-manager') }, ...draftLines(drafts)],
    buttons: [
      ...drafts.slice(0, 3).flatMap(draftButtons),
      { label: text('plan-button-new'), action: `plan:new:${teamId}`, style: 'primary' },
      { label: text('plan-button-template'), action: `plan:template:${teamId}` },
      { label: text('plan-button-import'), action: `plan:import:${teamId}` },
    ],
  }
}

function planLines({ revision, period: of, by, on, firstDay, isOver, targets, crew }: PublishedPlan, viewer: PlanViewer): Line[] {
  const facts = { period: period(of.id), version: revision.version, on: date(on), by: by ?? '' }
  const plan = planOf(revision)
  return [
    { kind: 'text', text: text(by === undefined ? 'plan-published-on' : 'plan-published-by', facts) },
    ...(isOver ? [{ kind: 'text' as const, text: text('plan-is-over', { period: period(of.id) }) }] : []),
    ...(viewer === 'manager' ? crewLines(crew) : []),
    ...teamTimeLines(plan),
    ...targets.flatMap((target): Line[] => [
      { kind: 'heading', text: targetHeading(target) },
      ...timeLines(plan.targets.find(({ metric }) => metric === target.metric)),
      ...targetLines(target, of, firstDay),
    ]),
    { kind: 'divider' },
  ]
}

function crewLines({ joined, left, leaving, shifted }: PublishedPlan['crew']): Line[] {
  const newcomers = joined.map(({ name, from }) => (from === undefined ? name : text('plan-comer', { name, from: date(from) })))
  const told = [
    ...(joined.length > 0 ? [text('plan-joined', { names: list(newcomers), count: joined.length })] : []),
    ...(left.length > 0 ? [text('plan-left', { names: list(left), count: left.length })] : []),
    ...leaving.map(({ name, on }) => text('plan-leaving', { name, on: date(on) })),
    ...(shifted.length > 0 ? [text('plan-shifted', { names: list(shifted) })] : []),
  ]
  return told.map((each) => ({ kind: 'text', text: each }))
}

function draftLines(drafts: readonly DraftFigures[]): Line[] {
  return drafts.flatMap((draft): Line[] => [
    { kind: 'list', items: [draftText(draft)] },
    ...(draft.agreement === undefined ? [] : agreementLines(draft.agreement)),
  ])
}

/** A draft that waits, with who made it and when. */
export function draftText({ revision, period: of, by, on }: RevisionFigures): Text {
  return text('plan-draft-waits', { period: period(of.id), version: revision.version, by: by ?? '?', on: date(on) })
}

function draftButtons({ revision, period: of, agreement }: DraftFigures): Button[] {
  return [
    { label: text('plan-button-draft', { period: period(of.id) }), action: `plan:draft:${revision.id}` },
    ...(agreement === undefined ? [] : [{ label: text('agreement-button-show'), action: `agree:show:${revision.id}` }]),
  ]
}

function buttonsFor(published: readonly PublishedPlan[], drafts: readonly DraftFigures[], teamId: string): Button[] {
  const several = published.length > 1
  return [
    ...drafts.slice(0, 3).flatMap(draftButtons),
    { label: text('plan-button-new'), action: `plan:new:${teamId}`, style: 'primary' },
    ...published
      .filter(({ isOver }) => !isOver)
      .flatMap((plan) => [
        ...renewButtons(plan, several),
        { label: labelled(plan, several, 'plan-button-edit', 'plan-button-edit-of'), action: `plan:edit:${plan.revision.id}` },
        recallButtonOf(plan, several),
      ]),
    ...(published.some(({ isOver }) => !isOver) ? tryButtons(teamId) : []),
    ...published.map((plan) => ({
      label: labelled(plan, several, 'why-draft-button', 'why-draft-button-of'),
      action: `plan:why:${plan.revision.id}`,
    })),
    ...published.map((plan) => ({
      label: labelled(plan, several, 'plan-button-export', 'plan-button-export-of'),
      action: `plan:export:${plan.revision.id}`,
    })),
  ]
}

/** What can be looked into or tried without changing what counts. */
function tryButtons(teamId: string): Button[] {
  return [
    { label: text('tree-button-all'), action: `tree:all:${teamId}` },
    { label: text('what-if-button'), action: `whatif:open:${teamId}` },
  ]
}

/** The same plan over again, for a team that is no longer the same. */
function renewButtons({ revision, period: of, firstDay, crew }: PublishedPlan, several: boolean): Button[] {
  const { joined, left, leaving, shifted } = crew
  if (leaving.length > 0) {
    const mayCarry = firstDay !== undefined && leaving.every(({ on }) => Temporal.PlainDate.compare(on, firstDay) >= 0)
    return leaverButtons(revision.id, mayCarry, several ? of.id : undefined)
  }
  if (joined.length + left.length + shifted.length === 0) return []
  return [{ label: text('plan-button-renew'), action: `plan:renew:${revision.id}`, style: 'primary' }]
}

function recallButtonOf(plan: PublishedPlan, several: boolean): Button {
  const label = labelled(plan, several, 'plan-button-recall', 'plan-button-recall-of')
  return recallButton(plan.revision.id, period(plan.period.id), label)
}

export function recallButton(planId: string, of: PeriodArg, label = text('plan-button-recall')): Button {
  return { label, action: `plan:recall:${planId}`, style: 'danger', confirm: text('plan-recall-confirm', { period: of }) }
}

type ButtonKey = 'plan-button-edit' | 'plan-button-recall' | 'plan-button-export' | 'why-draft-button'

/** With several plans each button says whose it is. */
function labelled(plan: PublishedPlan, several: boolean, short: ButtonKey, long: `${ButtonKey}-of`): Text {
  return several ? text(long, { period: period(plan.period.id) }) : text(short)
}
