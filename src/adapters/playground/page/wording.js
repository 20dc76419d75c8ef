// @ts-check

/** @import { PageWords } from '../page-words.js' */

/** Writes the page's own words wherever its elements name one. @param {PageWords} words */
export function writeWords(words) {
  /** @type {Readonly<Record<string, string>>} */
  const byName = words
  for (const node of document.querySelectorAll('[data-words]')) node.textContent = byName[node.getAttribute('data-words') ?? ''] ?? ''
  for (const node of document.querySelectorAll('[data-title]')) {
    const label = byName[node.getAttribute('data-title') ?? ''] ?? ''
    node.setAttribute('title', label)
    node.setAttribute('aria-label', label)
  }
}
