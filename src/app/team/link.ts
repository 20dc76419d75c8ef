import { randomInt } from 'node:crypto'
import type { OrganisationId, PersonId } from '../../core/id.js'
import { lookup } from '../../store/lookup.js'
import type { Visitor } from '../access/visitor.js'
import type { App } from '../app.js'
import { UserError } from '../user-error.js'

// Without the signs that are taken for one another.
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const LENGTH = 10

/** A code, good once and for 15 minutes, by which a person shows on another platform who they are here. */
export async function makeLinkCode(app: App, visitor: Visitor): Promise<string> {
  const { organisationId, person } = visitor
  if (organisationId === undefined || person === undefined) throw new UserError('link-who')
  const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  await app.transaction(organisationId, (store) => store.records.addLinkCode(code, person.id))
  return code
}

/**
 * Takes a code on another platform: the account there becomes one of the person's, and a workspace that belongs to nobody yet becomes one
 * of the organisation's.
 *
 * @throws UserError for a code that is wrong, used or too old, and for an account that does something else here already
 */
export async function redeemLinkCode(app: App, visitor: Visitor, code: string): Promise<void> {
  const known = lookup(app.database)
  const organisationId = await known.organisationOfCode(code)
  if (organisationId === undefined) throw new UserError('link-code')
  const { organisation } = await known.behind(visitor, app.now())
  // There they would stay whoever the other organisation takes them for, though they were told that it worked.
  if (organisation !== null && organisation !== organisationId) throw new UserError('workspace-elsewhere')
  await app.transaction(organisationId, async (store) => {
    const personId = await store.records.useLinkCode(code)
    if (personId === undefined) throw new UserError('link-code')
    mustBeFree(visitor, organisationId, personId)
    if (visitor.conversationKind === 'channel') {
      const workspace = { platform: visitor.platform, externalId: visitor.workspace, name: visitor.workspaceName }
      if ((await store.organisation.addWorkspace(workspace)) !== organisationId) throw new UserError('workspace-elsewhere')
    }
    await store.people.addIdentity(personId, { platform: visitor.platform, externalId: visitor.externalId, workspace: visitor.workspace })
    await store.records.audit({ personId, act: 'identity-link', subject: `${visitor.platform}:${visitor.externalId}` })
  })
}

/** An account with work of its own is not put into another person's: two histories would become one without anybody having looked. */
function mustBeFree({ people, memberships, coming }: Visitor, organisationId: OrganisationId, personId: PersonId): void {
  const person = people.find((one) => one.organisationId === organisationId)
  if (person === undefined || person.id === personId) return
  const used = [...memberships, ...coming].find(({ team }) => team.organisationId === organisationId)
  if (used !== undefined) throw new UserError('link-account-in-use', { team: used.team.name })
}
