// @ts-check
import { completions } from './completions.js'
import { element } from './draw.js'

/**
 * @import { Command } from '../commands.js'
 * @import { PageWords } from '../page-words.js'
 */

/**
 * Makes a form into a line to write in, with the commands offered after a slash.
 * @param {HTMLFormElement} form @param {{ commands: () => readonly Command[], send: (words: string) => void }} options
 */
export function composer(form, { commands, send }) {
  const list = element('ul', { className: 'completions', role: 'listbox', id: `${form.id}-list`, hidden: true })
  const line = element('input', {
    type: 'text',
    name: 'words',
    maxLength: 4000,
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
    enterKeyHint: 'send',
  })
  const menu = element('button', { type: 'button', className: 'button menu' }, '/')
  const button = element('button', { type: 'submit', className: 'button primary' })
  form.replaceChildren(list, menu, line, button)
  const offers = completions(line, list, commands)

  menu.addEventListener('pointerdown', (event) => event.preventDefault())
  menu.addEventListener('click', () => {
    const isOpen = !list.hidden
    line.value = isOpen ? '' : '/'
    offers.draw()
    line.focus()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const words = line.value.trim()
    if (words === '') return
    line.value = ''
    offers.close()
    send(words)
  })
  return {
    /** @param {string} hint @param {PageWords} words */
    say(hint, words) {
      line.placeholder = hint
      line.setAttribute('aria-label', hint)
      button.textContent = words.send
      menu.title = words.commands
      menu.setAttribute('aria-label', words.commands)
    },
    focus: () => line.focus(),
  }
}
