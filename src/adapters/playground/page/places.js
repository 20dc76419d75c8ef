// @ts-check
import { element } from './draw.js'

/** @import { PageWords } from '../page-words.js' */

/**
 * A channel or private chat in the list of where one can go.
 * @param {{ id: string, name: string, isOpen: boolean, isUnread: boolean }} place @param {PageWords} words @param {(id: string) => void} go
 */
export function drawPlace({ id, name, isOpen, isUnread }, words, go) {
  const button = element('button', { type: 'button', 'aria-current': String(isOpen), 'data-place': id }, element('span', {}, name))
  if (isUnread) button.append(element('span', { className: 'dot', role: 'img', 'aria-label': words.unread }))
  button.addEventListener('click', () => go(id))
  return element('li', {}, button)
}
