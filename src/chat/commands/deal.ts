import { type Actor, mustManage } from '../../app/access/visitor.js'
import { addDeal } from '../../app/deal/add.js'
import { correctDeal } from '../../app/deal/correct.js'
import { countWin } from '../../app/deal/count-win.js'
import { possibleFocuses } from '../../app/deal/focus.js'
import { handOverDeals } from '../../app/deal/hand-over.js'
import { listDeals, lookAtDeal, possibleOwners } from '../../app/deal/look.js'
import { moveDeal } from '../../app/deal/move.js'
import { undoMove } from '../../app/deal/undo.js'
import type { Whose } from '../../app/target/subject.js'
import { memberNamed, memberSaidFirst } from '../../app/team/member-named.js'
import { UserError } from '../../app/user-error.js'
import { readDealWords } from '../../core/pipeline/read-deal-words.js'
import { isStage, type Place } from '../../core/pipeline/stage.js'
import { dealCard, dealChangedCard, dealGoneCard, dealListCard, dealsHandedOverCard, winCountedCard } from '../cards/deal.js'
import { takeDay } from '../day-words.js'
import {
  DEAL_NAME_MAX,
  type DealChoices,
  dealEditForm,
  dealForm,
  dealLostForm,
  handOverAnswers,
  handOverForm,
  lostAnswers,
  readDeal,
} from '../forms/deal.js'
import { readForm } from '../input.js'
import type { Card, FormValues, Mention, Reply } from '../model.js'
import { actorIn, type Request, type Routes } from '../request.js'
import { dealImportRoutes, importDealWords, openDealImport } from './deal-import.js'

export const dealRoutes: Routes = {
  commands: { deal: (request, words, mentions) => dealCommand(request, words, mentions) },
  presses: {
    ...dealImportRoutes.presses,
    'deal:list': async (request, [teamId, whose = '', page = '']) => {
      const actor = actorIn(request, teamId)
      const meant: Whose = whose === 'team' ? { kind: 'team' } : { kind: 'member', memberId: whose }
      return [replaced(await list(request, actor, meant, '', pageOf(page)))]
    },
    'deal:show': async (request, [teamId, dealId = '']) => {
      const actor = actorIn(request, teamId)
      return [answer(dealCard(await lookAtDeal(request.app, actor, dealId), actor.team.id))]
    },
    'deal:add': async (request, [teamId]) => [await openForm(request, actorIn(request, teamId))],
    'deal:move': async (request, [teamId, dealId = '', to = '']) => {
      const actor = actorIn(request, teamId)
      const moved = await moveDeal(request.app, actor, dealId, placeIn(to))
      return [replaced(dealChangedCard(moved, actor.team.id, 'moved'))]
    },
    'deal:lose': async (request, [teamId, dealId = '']) => {
      const actor = actorIn(request, teamId)
      return [{ kind: 'open', form: dealLostForm(actor.team.id, (await lookAtDeal(request.app, actor, dealId)).deal) }]
    },
    'deal:edit': async (request, [teamId, dealId = '']) => {
      const actor = actorIn(request, teamId)
      const [{ deal }, choices] = await Promise.all([lookAtDeal(request.app, actor, dealId), choicesOf(request, actor)])
      return [{ kind: 'open', form: dealEditForm(actor.team.id, deal, choices) }]
    },
    'deal:undo': async (request, [teamId, moveId = '']) => {
      const actor = actorIn(request, teamId)
      const undone = await undoMove(request.app, actor, moveId)
      return [replaced('gone' in undone ? dealGoneCard(undone.gone) : dealChangedCard(undone, actor.team.id, 'undone'))]
    },
    'deal:hand-over': async (request, [teamId, memberId = '']) => [await openHandOver(request, actorIn(request, teamId), memberId)],
    'deal:count': async (request, [teamId, dealId = '']) => {
      const actor = actorIn(request, teamId)
      return [replaced(winCountedCard(await countWin(request.app, actor, dealId), actor.team.id))]
    },
  },
  forms: {
    ...dealImportRoutes.forms,
    'deal-add': submitNew,
    'deal-edit': submitEdit,
    'deal-lost': submitLost,
    'deal-hand-over': submitHandOver,
  },
}

/**
 * `/deal` lists one's open deals, `/deal add [ACME 120000 proposal [2026-10-01]]` adds one, `/deal ACME` finds it. Who runs the team also says
 * `/deal team`, `/deal @name`, `/deal add @name …` and `/deal import [table]`.
 */
async function dealCommand(request: Request, words: string, mentions: readonly Mention[]): Promise<readonly Reply[]> {
  const actor = actorIn(request)
  const file = IMPORT.exec(words)
  if (file !== null) return file[1] === '' ? openDealImport(actor) : importDealWords(request, actor, file[1] ?? '')
  const { verb, member, own } = await meantBy(request, actor, words, mentions)
  if (verb !== undefined) return [await add(request, actor, own, member?.id)]
  if (TEAM_WORDS.includes(own.toLowerCase())) return [answer(await list(request, actor, { kind: 'team' }, ''))]
  const whose: Whose = member === undefined ? { kind: 'me' } : { kind: 'member', memberId: member.id }
  return [answer(await list(request, actor, whose, OPEN_WORDS.includes(own.toLowerCase()) ? '' : own))]
}

/** Whether a deal is to be added, for whom, and the words without either. A name after an @ is a member's also where the platform marks none. */
async function meantBy({ app }: Request, actor: Actor, words: string, mentions: readonly Mention[]) {
  const [mention] = mentions
  const plain = (mention === undefined ? words : words.replace(mention.text, ' ')).replace(/\s+/g, ' ').trim()
  const [, verb, rest = ''] = ADD.exec(plain) ?? []
  const own = verb === undefined ? plain : rest.trim()
  if (mention !== undefined) return { verb, member: await memberNamed(app, actor, mention), own }
  const said = own.startsWith('@') ? await memberSaidFirst(app, actor, own) : undefined
  return { verb, member: said?.member, own: said?.rest ?? own }
}

const IMPORT = /^\s*(?:import|导入)(?=\s|$)\s*([\s\S]*)$/iu
const ADD = /^(add|new|添加|新增|新建|登记)(?=\s|$)(.*)$/iu
const TEAM_WORDS: readonly string[] = ['team', 'all', '团队', '全部']
const OPEN_WORDS: readonly string[] = ['list', 'open', 'mine', '列表', '我的', '进行中']

async function add(request: Request, actor: Actor, words: string, ownerId: string | undefined): Promise<Reply> {
  if (words === '') return openForm(request, actor, ownerId)
  const { on, rest } = takeDay(words.replace(/(?:\bopened\s+|开始于?\s*)(?=\S+$)/iu, ''), actor.today)
  const read = readDealWords(rest, { kind: 'money', currency: actor.team.currency })
  if (read.unread !== undefined) throw new UserError('deal-amount', { words: read.unread })
  if (read.name === '') throw new UserError('deal-usage')
  if (read.name.length > DEAL_NAME_MAX) throw new UserError('deal-name-long', { maximum: DEAL_NAME_MAX })
  const input = { name: read.name, amount: read.amount, stage: read.stage ?? ('lead' as const), openedOn: on, ownerId }
  return answer(dealChangedCard(await addDeal(request.app, actor, input, sourceOf(request)), actor.team.id, 'added'))
}

async function openForm(request: Request, actor: Actor, ownerId?: string): Promise<Reply> {
  const { team, today, memberId } = actor
  return { kind: 'open', form: dealForm(team, today, await choicesOf(request, actor), ownerId ?? memberId) }
}

async function choicesOf({ app }: Request, actor: Actor): Promise<DealChoices> {
  const [owners, focuses] = await Promise.all([possibleOwners(app, actor), possibleFocuses(app, actor)])
  return { owners, focuses }
}

async function list({ app }: Request, actor: Actor, whose: Whose, words: string, page = 0): Promise<Card> {
  return dealListCard(await listDeals(app, actor, whose, words, page), actor.team.id, actor.team.currency)
}

async function submitNew(request: Request, values: FormValues, teamId: string): Promise<readonly Reply[]> {
  const actor = actorIn(request, teamId)
  const read = readDeal(values, actor.team.currency, await possibleFocuses(request.app, actor))
  if (!read.ok) return [read.reply]
  return [answer(dealChangedCard(await addDeal(request.app, actor, read.value, sourceOf(request)), actor.team.id, 'added'))]
}

async function submitEdit(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const [teamId, dealId = ''] = context.split(':')
  const actor = actorIn(request, teamId)
  const { deal } = await lookAtDeal(request.app, actor, dealId)
  const focuses = [...(await possibleFocuses(request.app, actor)), ...(deal.focus === undefined ? [] : [deal.focus])]
  const read = readDeal(values, deal.currency, focuses)
  if (!read.ok) return [read.reply]
  return [answer(dealChangedCard(await correctDeal(request.app, actor, dealId, read.value), actor.team.id, 'corrected'))]
}

async function submitLost(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const [teamId, dealId = ''] = context.split(':')
  const actor = actorIn(request, teamId)
  const read = readForm(lostAnswers, values)
  if (!read.ok) return [read.reply]
  const moved = await moveDeal(request.app, actor, dealId, 'lost', read.value.reason)
  return [answer(dealChangedCard(moved, actor.team.id, 'moved'))]
}

/** Of a leaver: all that is open goes to one other, who can pass single ones on. */
async function openHandOver({ app }: Request, actor: Actor, memberId: string): Promise<Reply> {
  mustManage(actor)
  const owners = (await possibleOwners(app, actor)).filter(({ id }) => id !== memberId)
  const { of } = await listDeals(app, actor, { kind: 'member', memberId }, '', 0)
  if (owners.length === 0) throw new UserError('deal-owner', { team: actor.team.name })
  return { kind: 'open', form: handOverForm(actor.team.id, memberId, of.name, owners) }
}

async function submitHandOver(request: Request, values: FormValues, context: string): Promise<readonly Reply[]> {
  const [teamId, fromId = ''] = context.split(':')
  const actor = actorIn(request, teamId)
  const read = readForm(handOverAnswers, values)
  if (!read.ok) return [read.reply]
  return [answer(dealsHandedOverCard(await handOverDeals(request.app, actor, fromId, read.value.owner, sourceOf(request))))]
}

function sourceOf({ interaction }: Request): string {
  return `deal:${interaction.platform}:${interaction.deliveryId}`
}

function placeIn(word: string): Place {
  if (isStage(word) || word === 'won') return word
  throw new UserError('button-gone')
}

function pageOf(word: string): number {
  if (!/^\d{1,4}$/.test(word)) throw new UserError('button-gone')
  return Number(word)
}

function answer(card: Card): Reply {
  return { kind: 'answer', card }
}

function replaced(card: Card): Reply {
  return { kind: 'replace', card }
}
