import { readNamedPeriod } from '../../core/calendar/named-period.js'
import type { Actor } from '../access/visitor.js'
import type { App } from '../app.js'
import { findMember } from '../team/find-member.js'
import type { TargetWanted } from './read.js'

/** A month's English name alone (April, May) is a person's where somebody of the team is called so, and else the month's. */
export async function monthOrName(app: App, actor: Actor, wanted: TargetWanted): Promise<TargetWanted> {
  const { whose, asked } = wanted
  if (whose.kind !== 'named' || whose.how !== 'typed' || asked !== 'day') return wanted
  const named = readNamedPeriod(whose.name)
  if (named === undefined) return wanted
  const member = await findMember(app.reading(actor.organisationId), actor.team, whose, whose.platform)
  return member === undefined ? { asked: named.kind, whose: { kind: 'me' }, named } : wanted
}
