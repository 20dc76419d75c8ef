import { Temporal } from 'temporal-polyfill'
import type { Period } from '../../core/calendar/period.js'
import type { PersonId } from '../../core/id.js'
import type { PlanRevision } from '../../store/repository/plans.js'
import { localDate, type Member } from '../../store/repository/teams.js'
import type { Store } from '../../store/store.js'
import { SYSTEM_PERSON } from '../access/system-actor.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import { type Agreement, agreementOf } from './agree/agreement.js'
import { type CrewChange, crewChange, NO_CREW_CHANGE } from './crew-change.js'
import { figuresOf, firstWorkingDay, type TargetFigures } from './figures.js'
import { periodOf } from './plan-period.js'
import { type VersionedPlan, versioned } from './revision.js'
import { standingTargets } from './standing.js'
import { planOf } from './stored-plan.js'

/** A team's plans, as they stand today. */
export interface PlanOverview {
  readonly team: string
  /** Those whose period is not over, the shortest first and of like ones the earlier; when all are over, the last one. */
  readonly published: readonly PublishedPlan[]
  /** Newest first. */
  readonly drafts: readonly DraftFigures[]
}

export interface DraftFigures extends RevisionFigures {
  /** Undefined when it was never proposed to the team. */
  readonly agreement: Agreement | undefined
}

export interface PublishedPlan extends RevisionFigures {
  /** The first working day to come. */
  readonly firstDay: Temporal.PlainDate | undefined
  readonly isOver: boolean
  readonly targets: readonly TargetFigures[]
  readonly crew: CrewChange
}

export interface RevisionFigures {
  readonly revision: VersionedPlan
  readonly period: Period
  /** Who published it, or else made it; undefined when nobody knows any more. */
  readonly by: string | undefined
  /** The date of that, in the team's zone. */
  readonly on: Temporal.PlainDate
}

/** What holds now and what waits to be published. The numbers are those that stand, not those that the plan once asked for. */
export async function planOverview(app: App, actor: Actor): Promise<PlanOverview> {
  const store = app.reading(actor.organisationId)
  const [revisions, members] = await Promise.all([store.plans.ofTeam(actor.team.id), store.teams.members(actor.team.id)])
  const told = await revisionFigures(store, actor, revisions)
  const published = told.filter(({ revision }) => revision.state === 'published')
  const today = localDate(actor.team, store.now)
  const running = published.filter(({ period }) => Temporal.PlainDate.compare(period.end, today) >= 0)
  const shown =
    running.length > 0
      ? running.toSorted((a, b) => daysOf(a.period) - daysOf(b.period) || Temporal.PlainDate.compare(a.period.start, b.period.start))
      : published.slice(0, 1)
  return {
    team: actor.team.name,
    published: await Promise.all(shown.map((each) => publishedPlan(store, actor, each, members, today))),
    drafts: await Promise.all(told.filter(({ revision }) => revision.state === 'draft').map((draft) => withAgreement(store, actor, draft))),
  }
}

/** What is worked on: the newest draft, or else what holds now. */
export function planInHand({ drafts, published }: PlanOverview): PlanRevision | undefined {
  return drafts[0]?.revision ?? published.find(({ isOver }) => !isOver)?.revision
}

/** A draft that cannot be carried out any more is still shown. */
async function withAgreement(store: Store, { team }: Actor, draft: RevisionFigures): Promise<DraftFigures> {
  try {
    return { ...draft, agreement: await agreementOf(store, team, draft.revision) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { ...draft, agreement: undefined }
  }
}

async function publishedPlan(
  store: Store,
  { team }: Actor,
  told: RevisionFigures,
  members: readonly Member[],
  today: Temporal.PlainDate,
): Promise<PublishedPlan> {
  const { period, revision } = told
  const plan = planOf(revision)
  const from = Temporal.PlainDate.compare(today, period.start) > 0 ? today : period.start
  const firstDay = firstWorkingDay(team, from, period.end)
  const standing = await standingTargets(store, team, plan, period)
  const targets = standing.map((target, index) => figuresOf(target, plan.targets[index]?.currency, members, firstDay))
  const isOver = Temporal.PlainDate.compare(period.end, today) < 0
  const crew = isOver ? NO_CREW_CHANGE : await crewChange(store, team, { plan, period, from, standing }, members)
  return { ...told, firstDay, isOver, targets, crew }
}

/** A published plan's numbers as they stand, of every day of its period. */
export async function standingFigures(
  app: App,
  actor: Actor,
  revision: PlanRevision,
): Promise<{ period: Period; targets: readonly TargetFigures[] }> {
  const store = app.reading(actor.organisationId)
  const plan = planOf(revision)
  const period = periodOf(plan)
  const [standing, members] = await Promise.all([standingTargets(store, actor.team, plan, period), store.teams.members(actor.team.id)])
  return { period, targets: standing.map((target, index) => figuresOf(target, plan.targets[index]?.currency, members, undefined)) }
}

/** Which version of its plan a revision is, who made it and when. */
export async function revisionOrigin(app: App, actor: Actor, { id }: PlanRevision): Promise<RevisionFigures> {
  const store = app.reading(actor.organisationId)
  const found = (await revisionFigures(store, actor, await store.plans.ofTeam(actor.team.id))).find(({ revision }) => revision.id === id)
  if (found === undefined) throw new UserError('button-gone')
  return found
}

/** @param revisions all of the team's */
export async function revisionFigures(store: Store, { team }: Actor, revisions: readonly PlanRevision[]): Promise<RevisionFigures[]> {
  const known = await store.people.known([...new Set(revisions.map(actedBy))])
  return revisions.map((revision) => ({
    revision: versioned(revisions, revision),
    period: periodOf(planOf(revision)),
    by: actedBy(revision) === SYSTEM_PERSON ? 'Pacesetter' : known.get(actedBy(revision))?.name,
    on: localDate(team, revision.publishedAt ?? revision.madeAt),
  }))
}

function actedBy({ publishedBy, madeBy }: PlanRevision): PersonId {
  return publishedBy ?? madeBy
}

function daysOf({ start, end }: Period): number {
  return start.until(end).days
}
