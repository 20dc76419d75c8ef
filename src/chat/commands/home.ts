import type { Reply } from '../model.js'
import type { Request } from '../request.js'

/** A person opened the bot's home. */
export async function home(_request: Request): Promise<readonly Reply[]> {
  return []
}
