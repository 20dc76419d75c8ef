// @ts-check
import { element } from './draw.js'
import { get } from './look-up.js'

const TOAST_MS = 6_000

/** A word in passing. @param {string} words */
export function toast(words) {
  const made = element('p', {}, words)
  get('#toasts', HTMLElement).append(made)
  setTimeout(() => made.remove(), TOAST_MS)
}
