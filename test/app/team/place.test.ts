import { expect, test } from 'vitest'
import { placesOf } from '../../../src/app/team/place.js'
import type { MemberId } from '../../../src/core/id.js'
import type { Role } from '../../../src/store/repository/teams.js'

const member = (id: string, role: Role) => ({ id: id as MemberId, role })
const TEAM = [member('Chen', 'manager'), member('Li Na', 'rep'), member('Zhou', 'spectator'), member('Wang Wei', 'rep')]

test('places are counted among those of one role, in the order they joined', () => {
  expect(Object.fromEntries(placesOf(TEAM))).toEqual({ Chen: 0, 'Li Na': 0, Zhou: 0, 'Wang Wei': 1 })
})

test('who joins takes the next place, and moves nobody', () => {
  const before = placesOf(TEAM)
  const after = placesOf([...TEAM, member('Zhao Lei', 'rep')])
  expect(after.get('Zhao Lei')).toBe(2)
  for (const [id, place] of before) expect(after.get(id)).toBe(place)
})
