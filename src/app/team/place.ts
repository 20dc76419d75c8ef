import type { Member } from '../../store/repository/teams.js'

/**
 * A member's place in the team, by which whole numbers fall on their days: among all who ever had their role, in the order they joined. So it
 * stays when somebody joins or leaves, and the numbers laid anew around leave are those that were published. Who comes back after a while away
 * joins anew.
 *
 * @param members all of the team, as teams.members has them
 */
export function placesOf(members: readonly Pick<Member, 'id' | 'role'>[]): ReadonlyMap<string, number> {
  const taken = new Map<Member['role'], number>()
  return new Map(
    members.map(({ id, role }) => {
      const place = taken.get(role) ?? 0
      taken.set(role, place + 1)
      return [id, place]
    }),
  )
}
