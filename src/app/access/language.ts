import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import type { Visitor } from './visitor.js'

/**
 * Whoever was put into a team by name is known without a language until their platform tells it with their first word. Not in the playground,
 * where the language is that of who looks, and is switched.
 */
export async function learnLanguage(app: App, { platform, organisationId, person, platformLanguage }: Visitor): Promise<void> {
  if (platform === 'playground') return
  if (organisationId === undefined || person === undefined || person.language !== undefined || platformLanguage === undefined) return
  await app.transaction(organisationId, (store) => store.people.setLanguage(person.id, platformLanguage))
}

/** From now on the person is answered in this language, on every platform. */
export async function setMyLanguage(app: App, { organisationId, person }: Visitor, language: 'en' | 'zh-CN'): Promise<void> {
  if (organisationId === undefined || person === undefined) throw new UserError('language-who')
  await app.transaction(organisationId, (store) => store.people.setLanguage(person.id, language))
}
