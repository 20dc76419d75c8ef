// @ts-check
import { element } from './draw.js'
import { get } from './look-up.js'

/** @import { ButtonView } from '../view.js' */

/**
 * Asks before something counts. @param {string} question @param {ButtonView} button the one that was pressed @param {string} cancel
 * @returns {Promise<boolean>}
 */
export function ask(question, button, cancel) {
  const dialog = get('#question', HTMLDialogElement)
  const agree = element(
    'button',
    { type: 'submit', value: 'yes', className: `button ${button.style === 'danger' ? 'danger' : 'primary'}` },
    button.label,
  )
  const refuse = element('button', { type: 'submit', value: '', className: 'button' }, cancel)
  dialog.replaceChildren(
    element(
      'form',
      { method: 'dialog' },
      element('p', { id: 'question-text', className: 'question' }, question),
      element('div', { className: 'actions' }, refuse, agree),
    ),
  )
  dialog.setAttribute('aria-labelledby', 'question-text')
  dialog.returnValue = ''
  dialog.showModal()
  agree.focus()
  return new Promise((resolve) => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }))
}
