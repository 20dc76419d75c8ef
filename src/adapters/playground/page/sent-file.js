// @ts-check
import { query } from './look-up.js'

/**
 * @import { PageWords } from '../page-words.js'
 * @import { FormView } from '../view.js'
 */

/**
 * The files chosen in a form, as the server takes them. A field without a file is left out.
 * @param {FormView} form @param {HTMLFormElement} made @returns {Promise<Record<string, { name: string, base64: string }>>}
 */
export async function filesIn(form, made) {
  const chosen = chosenIn(form, made).map(async ({ field, file }) => [field.name, { name: file.name, base64: await base64Of(file) }])
  return Object.fromEntries(await Promise.all(chosen))
}

/**
 * What to say at the fields whose file the server would not take.
 * @param {FormView} form @param {HTMLFormElement} made @param {PageWords} words @returns {Record<string, string>}
 */
export function tooLarge(form, made, words) {
  const large = chosenIn(form, made).filter(({ field, file }) => file.size > field.maxBytes)
  return Object.fromEntries(
    large.map(({ field }) => [field.name, words['file-too-large'].replace('{n}', String(field.maxBytes / 1_000_000))]),
  )
}

/** @param {FormView} form @param {HTMLFormElement} made */
function chosenIn(form, made) {
  return form.fields.flatMap((field) => {
    if (field.kind !== 'file') return []
    const input = query(`input[type="file"][name="${CSS.escape(field.name)}"]`, HTMLInputElement, made)
    return [...(input?.files ?? [])].map((file) => ({ field, file }))
  })
}

/** @param {File} file @returns {Promise<string>} */
function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')))
    reader.addEventListener('error', () => reject(reader.error))
    reader.readAsDataURL(file)
  })
}
