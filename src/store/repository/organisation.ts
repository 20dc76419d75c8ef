import type { OrganisationId } from '../../core/id.js'
import type { Transaction } from '../database.js'
import { newId } from '../new-id.js'

export interface NewWorkspace {
  readonly platform: string
  readonly externalId: string
  readonly name: string
}

export function organisationIn(tx: Transaction, organisationId: OrganisationId) {
  return {
    async found(name: string, language: string): Promise<void> {
      await tx.organisation.create({ data: { id: organisationId, name, language } })
    },
    /** Adds a place on a platform. @returns the organisation that it belongs to, which may be another's already */
    async addWorkspace({ platform, externalId, name }: NewWorkspace): Promise<OrganisationId> {
      const row = await tx.workspace.upsert({
        where: { platform_externalId: { platform, externalId } },
        create: { id: newId(), organisationId, platform, externalId, name },
        update: { removedAt: null },
      })
      return row.organisationId as OrganisationId
    },
  }
}
