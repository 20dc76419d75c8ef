// @ts-check
import { element } from './draw.js'
import { dateOf, instantOf, localOf, momentOf, timeOf } from './when.js'

/**
 * The bot's clock with the ways to move it on.
 * @param {HTMLElement} bar @param {(instant: string) => Promise<void>} move resolves when all that fell due has been posted
 */
export function clockBar(bar, move) {
  const at = (/** @type {string} */ name) => /** @type {any} */ (bar.querySelector(`.${name}`))
  /** @type {any} */
  let context
  let isMoving = false

  at('custom').addEventListener('submit', (event) => {
    event.preventDefault()
    const wanted = at('custom-at').value
    if (!wanted) return
    at('other').open = false
    void start(instantOf(wanted, context.zone))
  })

  // As a menu: away from it, or Escape, closes it.
  const closeFrom = (target) => {
    if (target !== null && !at('other').contains(target)) at('other').open = false
  }
  bar.addEventListener('focusout', ({ relatedTarget }) => closeFrom(relatedTarget))
  document.addEventListener('pointerdown', ({ target }) => closeFrom(target))
  at('other').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !at('other').open) return
    event.preventDefault()
    at('other').open = false
    at('other').querySelector('summary').focus()
  })

  const start = async (instant) => {
    isMoving = true
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.moment
    draw(context)
    await move(instant)
    isMoving = false
    draw(context)
    if (focused && document.activeElement === document.body) at('moments').querySelector(`[data-moment="${focused}"]`)?.focus()
  }

  /** @param {any} next */
  function draw(next) {
    context = next
    const { clock, words, language } = next
    const { now, zone, moments } = clock
    at('now-time').textContent = timeOf(now, language, zone)
    at('now-date').textContent = dateOf(now, language, zone)
    at('now-zone').textContent = zone
    at('moving').hidden = !isMoving
    bar.classList.toggle('is-moving', isMoving)
    at('moments').replaceChildren(
      ...moments.map(({ kind, at: instant }) => {
        const when = momentOf(instant, now, language, zone)
        const button = element(
          'button',
          { type: 'button', className: 'moment', disabled: isMoving, 'data-moment': kind },
          element('span', {}, words[`clock-${kind}`]),
          element('small', {}, when),
        )
        button.addEventListener('click', () => start(instant))
        return button
      }),
    )
    at('custom').querySelector('button').disabled = isMoving
    const local = localOf(now, zone)
    at('custom-at').min = local
    if (document.activeElement !== at('custom-at')) at('custom-at').value = local
  }
  return { draw, isMoving: () => isMoving }
}
