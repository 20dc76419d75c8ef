// @ts-check
import { remember, remembered } from './remembered.js'

/** Light or dark as the system is, until the visitor says otherwise. @param {HTMLElement} button */
export function followTheme(button) {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const draw = () => {
    document.documentElement.dataset.theme = remembered('theme', system.matches ? 'dark' : 'light')
  }
  system.addEventListener('change', draw)
  button.addEventListener('click', () => {
    remember('theme', document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark')
    draw()
  })
  draw()
}
