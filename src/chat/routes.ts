import type { Routes } from './request.js'

const AREAS: readonly Routes[] = []

/** Every command, button and form of the product, each answered by one handler. */
export const ROUTES = {
  commands: merged((area) => area.commands),
  presses: merged((area) => area.presses),
  forms: merged((area) => area.forms),
}

function merged<H>(part: (area: Routes) => Readonly<Record<string, H>> | undefined): ReadonlyMap<string, H> {
  const handlers = new Map<string, H>()
  for (const [name, handler] of AREAS.flatMap((area) => Object.entries(part(area) ?? {}))) {
    if (handlers.has(name)) throw new Error(`Two handlers for "${name}"`)
    handlers.set(name, handler)
  }
  return handlers
}
