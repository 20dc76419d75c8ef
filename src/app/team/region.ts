import { holidayRegion, regionsOf } from '../../core/calendar/public-holidays.js'
import { UserError } from '../user-error.js'

/**
 * The region of a team's holidays, as somebody typed it; undefined where they named none.
 *
 * @throws UserError that names the regions there are, for one that the country has not
 */
export function regionOf(country: string, region: string | undefined): string | undefined {
  if (region === undefined || region === '') return undefined
  if (country === '') throw new UserError('region-without-country', {}, 'region')
  const found = holidayRegion(country, region)
  if (found !== undefined) return found
  const known = regionsOf(country)
  if (known.length === 0) throw new UserError('region-none', {}, 'region')
  throw new UserError('region-unknown', { words: region, known: known.map(({ code, name }) => `${code} ${name}`).join(', ') }, 'region')
}
