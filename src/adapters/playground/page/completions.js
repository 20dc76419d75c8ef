// @ts-check
import { element } from './draw.js'

/** @import { Command } from '../commands.js' */

/**
 * The commands that begin with what is typed after a slash, in a list: chosen with the arrows, taken with Tab, Enter or a tap.
 * @param {HTMLInputElement} line @param {HTMLElement} list @param {() => readonly Command[]} commands
 */
export function completions(line, list, commands) {
  /** @type {readonly Command[]} */
  let offered = []
  let chosen = 0

  line.addEventListener('input', open)
  line.addEventListener('blur', close)
  line.addEventListener('keydown', (event) => {
    // An input method's own Enter and arrows are its business.
    if (event.isComposing || list.hidden || !answer(event.key)) return
    event.preventDefault()
  })

  function open() {
    chosen = 0
    draw()
  }

  function close() {
    list.hidden = true
    line.setAttribute('aria-expanded', 'false')
  }

  /** @param {string} key @returns {boolean} whether it meant the list */
  function answer(key) {
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      chosen = (chosen + (key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length
      draw()
    } else if (key === 'Tab' || (key === 'Enter' && line.value !== `/${offered[chosen]?.name}`)) take(chosen)
    else if (key === 'Escape') close()
    else return false
    return true
  }

  /** @param {number} index */
  function take(index) {
    line.value = `/${offered[index]?.name} `
    open()
    line.focus()
  }

  function draw() {
    const typed = /^\/([a-z]*)$/i.exec(line.value)
    offered = typed === null ? [] : commands().filter(({ name }) => name.startsWith((typed[1] ?? '').toLowerCase()))
    chosen = Math.min(chosen, Math.max(0, offered.length - 1))
    list.hidden = offered.length === 0
    line.setAttribute('aria-expanded', String(!list.hidden))
    list.replaceChildren(...offered.map(drawOption))
    if (list.hidden) line.removeAttribute('aria-activedescendant')
    else line.setAttribute('aria-activedescendant', `${list.id}-${chosen}`)
    list.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }

  /** @param {Command} command @param {number} index */
  function drawOption({ name, meaning }, index) {
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
  }

  return { draw, close }
}
