// @ts-check
/** Instants as a language writes them in a zone. */

/** @param {string} language @param {string} zone @param {Intl.DateTimeFormatOptions} options */
const format = (language, zone, options) =>
  // As the cards write English dates: day before month.
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: zone, ...options })

/** '09:00' @param {string} instant @param {string} language @param {string} zone */
export const timeOf = (instant, language, zone) =>
  format(language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant))

/** 'Friday 27 November' @param {string} instant @param {string} language @param {string} zone */
export const dayOf = (instant, language, zone) =>
  format(language, zone, { weekday: 'long', month: 'long', day: 'numeric' }).format(new Date(instant))

/** 'Friday 27 November 2026' @param {string} instant @param {string} language @param {string} zone */
export const dateOf = (instant, language, zone) =>
  format(language, zone, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }).format(new Date(instant))

/** 'Fri 27 Nov, 17:00', or '17:00' on the same day @param {string} instant @param {string} now @param {string} language @param {string} zone */
export function momentOf(instant, now, language, zone) {
  const isToday = localOf(instant, zone).slice(0, 10) === localOf(now, zone).slice(0, 10)
  if (isToday) return timeOf(instant, language, zone)
  const parts = /** @type {const} */ ({
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return format(language, zone, parts).format(new Date(instant))
}

/** '2026-11-27T17:00', as an input takes it @param {string} instant @param {string} zone */
export const localOf = (instant, zone) => shown(new Date(instant).getTime(), zone).slice(0, 16)

/** The instant at which clocks in `zone` show a local time such as '2026-11-27T17:00'. @param {string} local @param {string} zone */
export function instantOf(local, zone) {
  const asUtc = new Date(`${local}Z`).getTime()
  const drift = (/** @type {number} */ instant) => new Date(`${shown(instant, zone)}Z`).getTime() - asUtc
  // Twice, since the first guess may stand on the other side of a change of the clocks.
  const first = asUtc - drift(asUtc)
  return new Date(first - drift(first)).toISOString()
}

/** @param {number} epochMs @param {string} zone */
function shown(epochMs, zone) {
  return format('sv-SE', zone, { dateStyle: 'short', timeStyle: 'medium' }).format(epochMs).replace(' ', 'T')
}
