import type { App } from '../app.js'
import { UserError } from '../user-error.js'
import type { Visitor } from './visitor.js'

/** From now on the person is answered in this language, on every platform. */
export async function setMyLanguage(app: App, { organisationId, person }: Visitor, language: 'en' | 'zh-CN'): Promise<void> {
  if (organisationId === undefined || person === undefined) throw new UserError('language-who')
  await app.transaction(organisationId, (store) => store.people.setLanguage(person.id, language))
}
