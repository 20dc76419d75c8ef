import type { Actor } from '../../app/access/visitor.js'
import type { Named } from '../../app/team/find-member.js'
import { removeMember, takeBackLeaving } from '../../app/team/leaving.js'
import { memberSaidFirst } from '../../app/team/member-named.js'
import { type MemberSet, setMember } from '../../app/team/members.js'
import { setAdmin } from '../../app/team/set-admin.js'
import { UserError } from '../../app/user-error.js'
import { leavingCard, memberSetCard, membersSetCard, stayingCard } from '../cards/team-members.js'
import { readMemberWords, readStayDay, roleNamed, unreadDay, unreadMemberWords } from '../member-words.js'
import type { Mention, Reply } from '../model.js'
import { actorIn, type Request } from '../request.js'
import { type Text, text } from '../text.js'

/** `/team add @name [role] [from day]`: without a role they are a rep, without a day from now on. Of several names that holds for all. */
export async function add(request: Request, words: string, mentions: readonly Mention[]): Promise<readonly Reply[]> {
  const actor = actorIn(request)
  mustBePeople(mentions)
  if (mentions.length > 1) return addSeveral(request, actor, words, mentions)
  const { named, behind } = newcomerIn(words, mentions, actor)
  const said = readMemberWords(behind, actor.today)
  if (said === undefined) throw unreadMemberWords(behind)
  const { role, from } = said
  if (role === 'admin' || role === 'no-admin') {
    if (from !== undefined) throw new UserError('team-usage')
    return admin(request, actor, named, role)
  }
  const set = await setMember(request.app, actor, request.visitor.workspace, named, role, from ?? actor.today)
  return [{ kind: 'answer', card: memberSetCard(set) }]
}

/** Whoever cannot be added keeps nobody else out: the answer says who and why. */
async function addSeveral(request: Request, actor: Actor, words: string, mentions: readonly Mention[]): Promise<readonly Reply[]> {
  const behind = mentions
    .reduce((rest, { text }) => rest.replace(text, ' '), words)
    .replace(BETWEEN_NAMES, ' ')
    .trim()
  const said = readMemberWords(behind, actor.today)
  if (said === undefined) throw unreadMemberWords(behind)
  const { role, from = actor.today } = said
  if (role === 'admin' || role === 'no-admin') throw new UserError('team-usage')
  const sets: MemberSet[] = []
  const refused: UserError[] = []
  for (const mention of mentions) {
    try {
      sets.push(await setMember(request.app, actor, request.visitor.workspace, named(mention), role, from))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      refused.push(error)
    }
  }
  const [why] = refused
  if (sets.length === 0 && why !== undefined) throw why
  return [{ kind: 'answer', card: membersSetCard(sets, refused) }]
}

const BETWEEN_NAMES = /[,，、;；&+]|(?<=\s)and(?=\s)|和/g

/** `/team role @name role|admin|no-admin`: nobody's role changes without one, and a word that is none changes nothing. */
export async function setRole(request: Request, words: string, mentions: readonly Mention[]): Promise<readonly Reply[]> {
  const last = words.split(/\s+/).at(-1) ?? ''
  const role = roleNamed(last)
  if (role === undefined) throw new UserError('team-role-unknown', { word: last })
  const actor = actorIn(request)
  mustBePeople(mentions)
  const named = namedIn(words.replace(/\s*\S+\s*$/, ''), mentions)
  if (role === 'admin' || role === 'no-admin') return admin(request, actor, named, role)
  return [{ kind: 'answer', card: memberSetCard(await setMember(request.app, actor, request.visitor.workspace, named, role)) }]
}

/** `/team remove @name [last day]` */
export async function remove(request: Request, words: string, mentions: readonly Mention[]): Promise<readonly Reply[]> {
  const actor = actorIn(request)
  const { named, behind } = await memberIn(request, actor, words, mentions)
  const lastDay = behind === '' ? undefined : readStayDay(behind, actor.today)
  if (behind !== '' && lastDay === undefined) throw unreadDay(behind)
  return [{ kind: 'answer', card: leavingCard(actor.team.id, await removeMember(request.app, actor, named, lastDay)) }]
}

/** That somebody leaves is taken back. */
export async function stay(request: Request, [teamId, memberId = '']: readonly string[]): Promise<readonly Reply[]> {
  const actor = actorIn(request, teamId)
  return [{ kind: 'replace', card: stayingCard(await takeBackLeaving(request.app, actor, memberId)) }]
}

async function admin({ app }: Request, actor: Actor, named: Named, role: 'admin' | 'no-admin'): Promise<readonly Reply[]> {
  const name = await setAdmin(app, actor, named, role === 'admin' ? 'make' : 'take')
  return [said(text(role === 'admin' ? 'team-admin-made' : 'team-admin-taken', { name }))]
}

interface NamedWords {
  readonly named: Named
  readonly behind: string
}

/** A name that the platform does not mark ends where what is behind it makes sense. */
function newcomerIn(words: string, mentions: readonly Mention[], { today }: Actor): NamedWords {
  const [mention] = mentions
  if (mention !== undefined) return { named: named(mention), behind: words.replace(mention.text, '').trim() }
  const parts = words
    .replace(/^@/, '')
    .split(/\s+/)
    .filter((part) => part !== '')
  const ends = parts.map((_, end) => end)
  const end = ends.find((each) => readMemberWords(parts.slice(each).join(' '), today) !== undefined) ?? parts.length
  if (end === 0) throw new UserError('team-usage')
  return { named: { name: parts.slice(0, end).join(' ') }, behind: parts.slice(end).join(' ') }
}

async function memberIn({ app }: Request, actor: Actor, words: string, mentions: readonly Mention[]): Promise<NamedWords> {
  const [mention] = mentions
  if (mention !== undefined) return { named: named(mention), behind: words.replace(mention.text, '').trim() }
  const typed = words.replace(/^@/, '').replace(/\s+/g, ' ').trim()
  if (typed === '') throw new UserError('team-usage')
  const found = await memberSaidFirst(app, actor, `@${typed}`)
  if (found === undefined) throw new UserError('nobody-named', { name: typed })
  return { named: { name: found.member.name }, behind: found.rest }
}

function namedIn(words: string, mentions: readonly Mention[]): Named {
  const [mention] = mentions
  if (mention !== undefined) return named(mention)
  const name = words.replace(/^@/, '').trim()
  if (name === '') throw new UserError('team-usage')
  return { name }
}

/** @throws UserError for a bot, and for an account that was closed: they would carry a share of the target and never be heard from */
function mustBePeople(mentions: readonly Mention[]): void {
  const mention = mentions.find(({ account }) => account !== undefined)
  if (mention?.account !== undefined) throw new UserError(`member-${mention.account}`, { name: mention.name })
}

function named({ externalId, name }: Mention): Named {
  return { externalId, name }
}

function said(line: Text): Reply {
  return { kind: 'answer', card: { lines: [{ kind: 'text', text: line }] } }
}
