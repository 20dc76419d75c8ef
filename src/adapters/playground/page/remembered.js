// @ts-check
/** What this browser remembers of its visitor, so that a reload goes on where it was. */

/** @param {'person' | 'language' | 'theme' | 'conversation'} name @param {string} fallback */
export function remembered(name, fallback) {
  return localStorage.getItem(`pacesetter-${name}`) ?? fallback
}

/** @param {'person' | 'language' | 'theme' | 'conversation'} name @param {string} value */
export function remember(name, value) {
  localStorage.setItem(`pacesetter-${name}`, value)
}
