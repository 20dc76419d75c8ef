// @ts-check

/**
 * The first element that a selector names, if there is one.
 * @template {Element} Kind
 * @param {string} selector @param {new () => Kind} kind @param {ParentNode} [within]
 * @returns {Kind | undefined} @throws Error when it is an element of another kind
 */
export function query(selector, kind, within = document) {
  const found = within.querySelector(selector)
  if (found === null) return undefined
  if (found instanceof kind) return found
  throw new Error(`${selector} is not an ${kind.name} but a <${found.localName}>`)
}

/**
 * The same for what the page always has.
 * @template {Element} Kind
 * @param {string} selector @param {new () => Kind} kind @param {ParentNode} [within]
 * @returns {Kind} @throws Error when there is none
 */
export function get(selector, kind, within = document) {
  const found = query(selector, kind, within)
  if (found === undefined) throw new Error(`The page has no ${selector}`)
  return found
}
