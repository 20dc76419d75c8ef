import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Contender, leaderboard } from '../../../src/core/review/leaderboard.js'
import { visibleTo } from '../../../src/core/review/visible-board.js'

function contender(name: string, done: bigint, target: bigint | null, rest: Partial<Contender> = {}): Contender {
  return { memberId: `id-${name}`, name, target, done, streak: 0, previousRank: null, isQuiet: false, isPresent: true, ...rest }
}

describe('a team of five', () => {
  const board = leaderboard([
    contender('Ana', 9n, 10n, { previousRank: 4, streak: 7 }),
    contender('Bo', 90n, 100n, { previousRank: 1 }),
    contender('Chen', 12n, 10n),
    contender('Dana', 5n, null),
    contender('Eli', 5n, 0n),
  ])

  test('the share of the own target ranks, ties share a rank', () => {
    expect(board.rows.map(({ name, rank, movement }) => `${rank} ${name} ${movement}`)).toEqual(['1 Chen new', '2 Ana 2', '2 Bo -1'])
  })

  test('the rank after a tie is left out', () => {
    const ranks = leaderboard([contender('A', 1n, 1n), contender('B', 2n, 2n), contender('C', 0n, 5n)]).rows.map(({ rank }) => rank)
    expect(ranks).toEqual([1, 1, 3])
  })

  test('no target and a target of zero are listed apart, each for what it is', () => {
    expect(board.unranked.map(({ name, why }) => `${name} ${why}`)).toEqual(['Dana no-target', 'Eli zero-target'])
  })

  test('the team has everybody’s sums', () => {
    expect(board.team).toEqual({ target: 120n, done: 121n, attainmentShare: 121 / 120 })
  })

  test('who carries the odd cent of an equal split is no worse for it', () => {
    const [more, less] = [33_333_334n, 33_333_333n]
    const board = leaderboard([contender('A', 50_000_000n, more), contender('B', 50_000_000n, less), contender('C', 60_000_000n, less)])
    expect(board.rows.map(({ name, rank }) => `${rank} ${name}`)).toEqual(['1 C', '2 A', '2 B'])
  })

  test('names without a rank are listed as they are looked for, Chinese ones by their pinyin', () => {
    const board = leaderboard(['赵伟', '何伟', 'Zoë', '安娜', 'adam', 'Bob', '严芳'].map((name) => contender(name, 0n, null)))
    expect(board.unranked.map(({ name }) => name)).toEqual(['安娜', '何伟', '严芳', '赵伟', 'adam', 'Bob', 'Zoë'])
  })

  test('nobody makes an empty board', () => {
    expect(leaderboard([])).toEqual({ rows: [], unranked: [], team: { target: 0n, done: 0n, attainmentShare: null } })
  })
})

const someTeam = fc
  .array(
    fc.record({
      done: fc.bigInt({ min: 0n, max: 20n }),
      target: fc.option(fc.bigInt({ min: 0n, max: 10n })),
      isQuiet: fc.boolean(),
      previousRank: fc.option(fc.integer({ min: 1, max: 9 })),
    }),
    { maxLength: 12 },
  )
  .map((members) => members.map(({ done, target, ...rest }, index) => contender(`m${index}`, done, target, rest)))

const someSetting = fc.record({ kind: fc.constantFrom('names', 'best', 'team-only'), best: fc.integer({ min: 1, max: 8 }) })

describe('whatever the team', () => {
  test('the board does not depend on the order in which members are passed', () => {
    fc.assert(
      fc.property(
        someTeam.chain((team) => fc.tuple(fc.constant(team), fc.shuffledSubarray(team, { minLength: team.length }))),
        ([team, shuffled]) => {
          expect(leaderboard(shuffled)).toEqual(leaderboard(team))
        },
      ),
    )
  })

  test('a rank is one more than the number of those who attained more', () => {
    fc.assert(
      fc.property(someTeam, (team) => {
        const { rows, unranked } = leaderboard(team)
        expect(rows.length + unranked.length).toBe(team.length)
        for (const row of rows) {
          expect(row.rank).toBe(1 + rows.filter((other) => other.done * row.target > row.done * other.target).length)
        }
      }),
    )
  })

  test('nobody else sees who is worst, nor a quiet member; a member sees the own row', () => {
    fc.assert(
      fc.property(someTeam, someSetting, fc.nat(12), (team, setting, index) => {
        const board = leaderboard(team)
        const last = board.rows.at(-1)?.rank ?? 0
        const me = team[index]?.memberId ?? 'nobody'
        const { best, aroundMe, others } = visibleTo(board, { kind: 'member', memberId: me }, setting)
        for (const row of [...best, ...aroundMe]) {
          if (row.memberId === me) continue
          expect(row.isQuiet).toBe(false)
          expect(row.rank === 1 || row.rank < last).toBe(true)
        }
        const quiet = new Set(team.filter(({ isQuiet }) => isQuiet).map(({ memberId }) => memberId))
        expect(others.some(({ memberId }) => quiet.has(memberId))).toBe(false)
        expect(aroundMe.some(({ memberId }) => memberId === me)).toBe(board.rows.some(({ memberId }) => memberId === me))
      }),
    )
  })
})

describe('what is shown', () => {
  const team = ['A', 'B', 'C', 'D', 'E', 'F'].map((name, index) => contender(name, BigInt(60 - index * 10), 50n, { isQuiet: name === 'B' }))
  const board = leaderboard([...team, contender('G', 1n, null)])
  const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name).join('')

  test.each([
    { kind: 'names', best: 3, viewer: 'D', shown: 'AC', around: 'CDE', others: 'DEFG' },
    { kind: 'names', best: 20, viewer: 'F', shown: 'ACD', around: 'EF', others: 'EFG' },
    { kind: 'best', best: 3, viewer: 'A', shown: 'AC', around: 'A', others: '' },
    { kind: 'best', best: 1, viewer: 'B', shown: 'A', around: 'ABC', others: '' },
    { kind: 'best', best: 3, viewer: 'E', shown: 'AC', around: 'DE', others: '' },
    { kind: 'best', best: 3, viewer: 'G', shown: 'AC', around: '', others: '' },
    { kind: 'team-only', best: 3, viewer: 'D', shown: '', around: 'D', others: '' },
  ] as const)('$kind, best $best, to $viewer', ({ kind, best, viewer, shown, around, others }) => {
    const visible = visibleTo(board, { kind: 'member', memberId: `id-${viewer}` }, { kind, best })
    expect([names(visible.best), names(visible.aroundMe), names(visible.others)]).toEqual([shown, around, others])
  })

  test('a post for everybody has nobody’s surroundings', () => {
    expect(visibleTo(board, { kind: 'everybody' }, { kind: 'best', best: 3 }).aroundMe).toEqual([])
  })

  test('of two, the first is shown; of equals, all', () => {
    const pair = leaderboard([contender('A', 2n, 2n), contender('B', 1n, 2n)])
    const equals = leaderboard([contender('A', 2n, 2n), contender('B', 1n, 1n)])
    expect(names(visibleTo(pair, { kind: 'everybody' }, { kind: 'best', best: 3 }).best)).toBe('A')
    expect(names(visibleTo(equals, { kind: 'everybody' }, { kind: 'best', best: 3 }).best)).toBe('AB')
  })
})
