import { Temporal } from 'temporal-polyfill'
import type { CheckInForm } from '../../../src/core/checkin/forms.js'
import type { PlanId } from '../../../src/core/id.js'
import { newId } from '../../../src/store/new-id.js'
import type { Store } from '../../../src/store/store.js'
import type { TeamWorld, World } from '../../support/world.js'

/** A daily target by metric, for one member. */
export type DailyTargets = Readonly<Record<string, bigint>>

/** What a test says about a team's time: targets, numbers, check-ins. */
export function season(world: World, teamWorld: TeamWorld) {
  const { team, organisationId, members } = teamWorld
  let sources = 0
  const inStore = <T>(work: (store: Store) => Promise<T>) => world.app.transaction(organisationId, work)
  function person(name: string) {
    const found = members[name]
    if (found === undefined) throw new Error(`No "${name}"`)
    return found
  }

  return {
    inStore,
    /** The same target on each weekday of a month (YYYY-MM), in place of what anybody was asked for of these metrics. */
    async targets(month: string, daily: Readonly<Record<string, DailyTargets>>): Promise<void> {
      const first = Temporal.PlainDate.from(`${month}-01`)
      const days = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }))
      const wanted = Object.entries(daily).flatMap(([name, metrics]) =>
        Object.entries(metrics).map(([metric, amount]) => ({
          memberId: person(name).memberId,
          metric,
          month,
          planId: newId<'plan'>() as PlanId,
          days: days.map((on) => (on.dayOfWeek <= 5 ? amount : null)),
          currency: metric === 'revenue' ? team.currency : undefined,
        })),
      )
      await inStore(async (store) => {
        const standing = await store.targets.between(team.id, first, first)
        await store.targets.remove(
          team.id,
          standing.filter((row) => wanted.some(({ metric }) => metric === row.metric)),
        )
        await store.targets.write(team.id, wanted)
      })
    },
    /**
     * @param by somebody else who brought them
     * @returns the source, for taking the numbers back
     */
    async log(name: string, on: string, entries: Readonly<Record<string, bigint>>, by = name): Promise<string> {
      sources += 1
      const source = `test-${sources}-${team.id}`
      const { memberId } = person(name)
      await inStore((store) =>
        store.entries.add({
          teamId: team.id,
          memberId,
          on: Temporal.PlainDate.from(on),
          entries: Object.entries(entries).map(([metric, amount]) => ({ metric, amount })),
          source,
          madeBy: person(by).personId,
          madeAt: store.now,
        }),
      )
      return source
    },
    async checkIn(name: string, on: string, form: CheckInForm, notes: Record<string, string> = {}, submittedAt?: string): Promise<void> {
      await inStore(async (store) => {
        const checkIn = {
          id: newId<'check-in'>(),
          teamId: team.id,
          memberId: person(name).memberId,
          on: Temporal.PlainDate.from(on),
          form,
          notes,
          late: false,
          revision: 1,
          submittedAt: Temporal.ZonedDateTime.from(submittedAt ?? `${on}T18:30[${team.zone}]`).toInstant(),
        }
        await store.checkIns.save(checkIn)
        if (notes.improvement !== undefined) await store.improvements.save(checkIn, notes.improvement)
      })
    },
    async settle(words: string, doneOn: string): Promise<void> {
      await inStore(async (store) => {
        const all = await store.improvements.between(team.id, Temporal.PlainDate.from('2026-01-01'), Temporal.PlainDate.from(doneOn))
        for (const each of all.filter((one) => one.words === words))
          await store.improvements.settle(each.id, each.memberId, Temporal.PlainDate.from(doneOn))
      })
    },
    async leave(name: string, from: string, to: string): Promise<void> {
      await inStore((store) =>
        store.leaves.add({
          id: newId(),
          memberId: person(name).memberId,
          from: Temporal.PlainDate.from(from),
          to: Temporal.PlainDate.from(to),
          at: store.now,
        }),
      )
    },
    /** What waits in the outbox, oldest first. */
    outbox: () => inStore((store) => store.outbox.since(0n)),
    memberId: (name: string) => person(name).memberId,
    personId: (name: string) => person(name).personId,
  }
}

/** People, targets and a week (2026-W47) whose figures are worked out by hand in the tests. */
export async function november(world: World, language: 'en' | 'zh-CN' = 'en') {
  const chinese = language === 'zh-CN'
  const [li, wang, zhao, sun, chen] = chinese
    ? ['李娜', '王伟', '赵磊', '孙丽', '陈静']
    : ['Li Na', 'Wang Wei', 'Zhao Lei', 'Sun Li', 'Chen']
  const names = { li: li ?? '', wang: wang ?? '', zhao: zhao ?? '', sun: sun ?? '', chen: chen ?? '' }
  world.moveTo('2026-11-20T17:00[Asia/Shanghai]')
  const teamWorld = await world.team({
    name: chinese ? '华东一部' : 'East',
    language,
    joinedOn: '2026-09-01',
    people: { [names.li]: 'rep', [names.wang]: 'rep', [names.zhao]: 'rep', [names.sun]: 'rep', [names.chen]: 'manager' },
  })
  const told = season(world, teamWorld)
  await told.targets('2026-11', {
    [names.li]: { revenue: 100_000n, visits: 1n, proposals: 1n, deals: 1n },
    [names.wang]: { revenue: 200_000n, visits: 1n, proposals: 1n },
    [names.zhao]: { revenue: 100_000n, visits: 1n },
    [names.sun]: { revenue: 100_000n, visits: 1n },
  })
  await told.leave(names.sun, '2026-11-16', '2026-11-20')
  await told.log(names.li, '2026-11-17', { revenue: 550_000n, visits: 9n, proposals: 5n, deals: 2n })
  await told.log(names.wang, '2026-11-18', { revenue: 1_100_000n, visits: 9n, proposals: 4n })
  await told.log(names.zhao, '2026-11-16', { revenue: 300_000n }, names.chen)
  await told.log(names.sun, '2026-11-20', { revenue: 100_000n })
  const [win, promise, open] = chinese
    ? ['给医院算了一笔账：九个月回本，财务当场要合同。', '方案当天晚上发出去。', '第一次通话就问清谁拍板。']
    : [
        'Showed the clinic a payback of nine months; they asked for the contract.',
        'Send the proposal the same evening.',
        'Ask who decides in the first call.',
      ]
  const words = { win: win ?? '', promise: promise ?? '', open: open ?? '' }
  for (const on of ['2026-11-16', '2026-11-18', '2026-11-19']) await told.checkIn(names.li, on, 'evening')
  await told.checkIn(names.li, '2026-11-17', 'evening', { success: words.win, improvement: words.promise })
  await told.checkIn(names.wang, '2026-11-13', 'evening', { improvement: words.open })
  await told.checkIn(names.wang, '2026-11-16', 'morning')
  await told.settle(words.promise, '2026-11-18')
  return { ...teamWorld, told, names, words }
}
