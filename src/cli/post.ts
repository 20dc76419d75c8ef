import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { publishedAt, publishOne } from '../app/schedule/publish-one.js'
import { UserError } from '../app/user-error.js'
import { postCard } from '../chat/cards/post.js'
import { plainCard } from '../chat/plain.js'
import { sayIn } from '../chat/say.js'
import { errorText } from '../chat/text.js'
import { start } from '../main.js'
import { type CliCall, configFrom } from './call.js'
import { CliError } from './cli-error.js'

const kinds = ['morning', 'midday', 'evening', 'weekly', 'monthly'] as const
const words = z.tuple([z.enum(kinds)])

/** `pacesetter post KIND --team NAME [--at ISO-TIME] [--dry-run] [--json]`: sends one post, or prints it. */
export async function post({ words: given, options, env, print }: CliCall): Promise<void> {
  const parsed = words.safeParse(given)
  if (!parsed.success || options.team === undefined)
    throw new CliError(`Say which post and whose: npx pacesetter post morning --team "East"\nPosts: ${kinds.join(', ')}`, 2)
  const at = instantOf(options.at)
  const config = configFrom(env)
  // A port of its own: the bot may be running on the usual one.
  const running = await start({ ...config, port: 0, logLevel: 'error' })
  try {
    await running.connected
    const wanted = { kind: parsed.data[0], team: options.team, at: at ?? running.app.now() }
    // Asked first: what goes out now was not published already.
    const before = await publishedAt(running.app, wanted)
    const posts = await publishOne(running.app, { ...wanted, keep: options['dry-run'] !== true })
    if (options['dry-run'] !== true) await running.settled()
    const said = posts.map(({ post: facts, language, key, to }) => ({ key, to, text: plainCard(postCard(facts), sayIn(language)) }))
    const earlier = said.length === 0 ? before : undefined
    if (options.json === true) print(JSON.stringify({ posts: said, ...(earlier && { publishedAt: earlier.toInstant().toString() }) }))
    else print(said.length === 0 ? nothingSent(earlier) : onceEach(said.map(({ text }) => text)))
  } catch (error) {
    if (error instanceof UserError) throw new CliError(sayIn('en')(errorText(error.key, error.facts)))
    throw error
  } finally {
    await running.stop()
  }
}

/** A reminder goes to each in private, in the same words: they are said once, with to how many. */
function onceEach(texts: readonly string[]): string {
  const times = (text: string) => texts.filter((each) => each === text).length
  return [...new Set(texts)].map((text) => (times(text) === 1 ? text : `To ${times(text)} people, each in private:\n${text}`)).join('\n\n')
}

function nothingSent(publishedAt: Temporal.ZonedDateTime | undefined): string {
  if (publishedAt === undefined) return 'Nothing to say: nothing was sent.'
  const [date, time] = [publishedAt.toPlainDate(), publishedAt.toPlainTime().toString({ smallestUnit: 'minute' })]
  return `Published already, on ${date} at ${time} (${publishedAt.timeZoneId}): nothing was sent.`
}

function instantOf(at: string | undefined): Temporal.Instant | undefined {
  if (at === undefined) return undefined
  try {
    return Temporal.Instant.from(at)
  } catch {
    throw new CliError(`"${at}" is no instant. Write it as 2026-03-02T09:00:00Z or 2026-03-02T09:00:00+08:00.`, 2)
  }
}
