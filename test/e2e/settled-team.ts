import type { Channel, Harness, Persona } from '../support/harness.js'
import { type Company, speaker } from './company.js'

export interface SettledTeam {
  readonly channel: Channel
  readonly manager: Persona
  readonly reps: readonly Persona[]
}

/**
 * A channel with its team, its reps joined and January planned: as the journey tells it, in one go.
 *
 * @param names of the reps, the company's own unless said; the plan is 6 visits and 40,000 in revenue for each
 */
export async function settleTeam(harness: Harness, company: Company, names: readonly string[] = company.reps): Promise<SettledTeam> {
  const say = speaker(company)
  const options = { language: company.locale, zone: company.zone }
  const channel = await harness.channel('north')
  const manager = await harness.person(company.manager, options)
  await harness.join(manager, channel)
  await manager.command('/team create', channel)
  await manager.form()
  await manager.fill({})
  const made = await channel.waitFor(say('team-created-title', { team: 'north' }), { timeoutMs: 20_000 })

  const reps: Persona[] = []
  for (const name of names) {
    const rep = await harness.person(name, options)
    await harness.join(rep, channel)
    await rep.press(say('team-button-join'), made)
    await rep.waitForPrivately(say('team-joined', { team: 'north' }))
    reps.push(rep)
  }

  await manager.command('/plan new', channel)
  await manager.form()
  await manager.fill({ metric: 'visits', period: '2026-01', amount: String(6 * names.length) })
  const draft = await manager.waitForPrivately(({ buttons }) => buttons.includes(say('plan-button-publish')))
  await manager.press(say('plan-button-add'), draft)
  await manager.form()
  await manager.fill({ metric: 'revenue', amount: String(40_000 * names.length) })
  const revenue = (40_000 * names.length).toLocaleString('en')
  const both = await manager.waitForPrivately(({ text, buttons }) => text.includes(revenue) && buttons.includes(say('plan-button-publish')))
  await manager.press(say('plan-button-publish'), both)
  await channel.waitFor(revenue, { timeoutMs: 20_000 })
  return { channel, manager, reps }
}

/** All that only this person has seen, as one text. */
export function privateText(persona: Persona): string {
  return persona
    .privately()
    .map(({ text }) => text)
    .join('\n')
}
