// @ts-check
import { element } from './draw.js'

/**
 * Makes a form into a line to write in, with the commands offered after a slash.
 * @param {HTMLElement} form @param {{ commands: () => { name: string, meaning: string }[], send: (words: string) => void }} options
 */
export function composer(form, { commands, send }) {
  const list = element('ul', { className: 'completions', role: 'listbox', id: `${form.id}-list`, hidden: true })
  const line = /** @type {HTMLInputElement} */ (
    element('input', {
      type: 'text',
      name: 'words',
      maxLength: 4000,
      role: 'combobox',
      'aria-expanded': 'false',
      'aria-controls': list.id,
      'aria-autocomplete': 'list',
      enterKeyHint: 'send',
    })
  )
  const menu = element('button', { type: 'button', className: 'button menu' }, '/')
  const button = element('button', { type: 'submit', className: 'button primary' })
  form.replaceChildren(list, menu, line, button)
  let offered = []
  let chosen = 0

  const draw = () => {
    const typed = /^\/([a-z]*)$/i.exec(line.value)
    offered = typed === null ? [] : commands().filter(({ name }) => name.startsWith((typed[1] ?? '').toLowerCase()))
    chosen = Math.min(chosen, Math.max(0, offered.length - 1))
    list.hidden = offered.length === 0
    line.setAttribute('aria-expanded', String(!list.hidden))
    list.replaceChildren(
      ...offered.map(({ name, meaning }, index) => {
        const item = element(
          'li',
          { role: 'option', id: `${list.id}-${index}`, 'aria-selected': String(index === chosen) },
          element('b', {}, `/${name}`),
          element('span', {}, meaning),
        )
        item.addEventListener('pointerdown', (event) => {
          event.preventDefault()
          take(index)
        })
        return item
      }),
    )
    if (list.hidden) line.removeAttribute('aria-activedescendant')
    else line.setAttribute('aria-activedescendant', `${list.id}-${chosen}`)
    list.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }
  const take = (index) => {
    line.value = `/${offered[index]?.name} `
    chosen = 0
    draw()
    line.focus()
  }
  const close = () => {
    list.hidden = true
    line.setAttribute('aria-expanded', 'false')
  }

  menu.addEventListener('pointerdown', (event) => event.preventDefault())
  menu.addEventListener('click', () => {
    const isOpen = !list.hidden
    line.value = isOpen ? '' : '/'
    draw()
    line.focus()
  })
  line.addEventListener('input', () => {
    chosen = 0
    draw()
  })
  line.addEventListener('blur', close)
  line.addEventListener('keydown', (event) => {
    // An input method's own Enter and arrows are its business.
    if (event.isComposing || list.hidden) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      chosen = (chosen + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length
      draw()
    } else if (event.key === 'Tab') {
      event.preventDefault()
      take(chosen)
    } else if (event.key === 'Enter' && line.value !== `/${offered[chosen]?.name}`) {
      event.preventDefault()
      take(chosen)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      close()
    }
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const words = line.value.trim()
    if (words === '') return
    line.value = ''
    close()
    send(words)
  })
  return {
    /** @param {string} hint @param {Record<string, string>} words */
    say(hint, words) {
      line.placeholder = hint
      line.setAttribute('aria-label', hint)
      button.textContent = words.send ?? ''
      menu.title = words.commands ?? ''
      menu.setAttribute('aria-label', words.commands ?? '')
    },
    focus: () => line.focus(),
  }
}
