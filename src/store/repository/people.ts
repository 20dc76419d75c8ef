import type { OrganisationId, PersonId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { newId } from '../new-id.js'

export interface NewPerson {
  readonly id: PersonId
  readonly name: string
  readonly language: string | undefined
  readonly zone: string | undefined
  readonly isAdmin: boolean
}

export interface IdentityOf {
  readonly platform: string
  readonly externalId: string
  /** The workspace through which a private message reaches it. */
  readonly workspace: string
}

export function peopleIn(tx: Transaction, organisationId: OrganisationId) {
  return {
    async add(person: NewPerson, identity: IdentityOf): Promise<void> {
      const { language, zone, ...rest } = person
      await tx.person.create({ data: { ...rest, organisationId, language: language ?? null, zone: zone ?? null } })
      await tx.identity.create({ data: { id: newId(), organisationId, personId: person.id, ...identity } })
    },
    /** Gives a person one more way in: an account on another platform. An account that was somebody else's here becomes this person's. */
    async addIdentity(personId: PersonId, identity: IdentityOf): Promise<void> {
      const { platform, externalId, workspace } = identity
      await tx.identity.upsert({
        where: { organisationId_platform_externalId: { organisationId, platform, externalId } },
        create: { id: newId(), organisationId, personId, platform, externalId, workspace },
        update: { personId },
      })
    },
    async byIdentity(platform: string, externalId: string): Promise<PersonId | undefined> {
      const row = await tx.identity.findUnique({ where: { organisationId_platform_externalId: { organisationId, platform, externalId } } })
      return row === null ? undefined : (row.personId as PersonId)
    },
    /** Where a person can be written to privately, on one platform if that is asked for. */
    async identities(personIds: readonly PersonId[], platform?: string): Promise<(IdentityOf & { personId: PersonId })[]> {
      const rows = await tx.identity.findMany({
        where: { organisationId, personId: { in: [...personIds] }, ...(platform === undefined ? {} : { platform }) },
      })
      return rows.map((row) => ({
        personId: row.personId as PersonId,
        platform: row.platform,
        externalId: row.externalId,
        workspace: row.workspace,
      }))
    },
    /** Names and languages of several people at once; who is not known is left out. */
    async known(ids: readonly PersonId[]): Promise<Map<PersonId, { name: string; language: string | undefined }>> {
      const rows = await tx.person.findMany({
        where: { organisationId, id: { in: [...ids] } },
        select: { id: true, name: true, language: true },
      })
      return new Map(rows.map((row) => [row.id as PersonId, { name: row.name, language: row.language ?? undefined }]))
    },
    async language(id: PersonId): Promise<string | undefined> {
      return (await tx.person.findFirst({ where: { organisationId, id } }))?.language ?? undefined
    },
    async setLanguage(id: PersonId, language: string): Promise<void> {
      await tx.person.update({ where: { organisationId_id: { organisationId, id } }, data: { language } })
    },
    async setQuiet(id: PersonId, isQuiet: boolean): Promise<void> {
      await tx.person.update({ where: { organisationId_id: { organisationId, id } }, data: { isQuiet } })
    },
    async setAdmin(id: PersonId, isAdmin: boolean): Promise<void> {
      await tx.person.update({ where: { organisationId_id: { organisationId, id } }, data: { isAdmin } })
    },
    /** Makes whoever else would take an admin's right away wait until the transaction is over. */
    async holdAdmins(): Promise<void> {
      await tx.$queryRaw`SELECT id FROM person WHERE organisation_id = ${organisationId} AND is_admin ORDER BY id FOR NO KEY UPDATE`
    },
    async admins(): Promise<{ id: PersonId; name: string }[]> {
      const rows = await tx.person.findMany({ where: { organisationId, isAdmin: true }, orderBy: { createdAt: 'asc' } })
      return rows.map(({ id, name }) => ({ id: id as PersonId, name }))
    },
    async anyAdmin(): Promise<boolean> {
      return (await tx.person.count({ where: { organisationId, isAdmin: true } })) > 0
    },
  }
}
