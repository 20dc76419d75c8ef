import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import type { Visitor } from './visitor.js'

/**
 * Whoever was put into a team by name is known without a language until their platform tells it with their first word. Not in the playground,
 * where the language is that of who looks, and is switched.
 */
export async function learnLanguage(app: App, { platform, people, platformLanguage }: Visitor): Promise<void> {
  if (platform === 'playground' || platformLanguage === undefined) return
  for (const { id, organisationId, language } of people) {
    if (language === undefined) await app.transaction(organisationId, (store) => store.people.setLanguage(id, platformLanguage))
  }
}

/** From now on the person is answered in this language, on every platform. */
export async function setMyLanguage(app: App, { people }: Visitor, language: 'en' | 'zh-CN'): Promise<void> {
  if (people.length === 0) throw new UserError('language-who')
  for (const { id, organisationId } of people) await app.transaction(organisationId, (store) => store.people.setLanguage(id, language))
}
