import { z } from 'zod'
import { EVERY } from './actions/rhythm.js'
import { METRICS } from './metric.js'
import { planInput } from './plan-input.js'

/**
 * The plan file's JSON Schema (draft 7, which editors of YAML know best), made of the schema that reads the file, so that no key can be
 * missing from it. What no schema can say (sums, months of the period) is said when the file is read.
 */
export function planJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(planInput, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'string' && jsonSchema.enum === undefined && jsonSchema.const === undefined) readAnyWord(jsonSchema)
    },
  })
  const about = { title: 'A sales plan of Pacesetter', description: 'One period, and what is asked of the team in it.' }
  return { ...anyJson.parse(explained(schema, '')), ...about }
}

/** A file is read as words, but an editor makes a number of 2027. Unicode classes in a pattern mean something else to some editors. */
function readAnyWord(jsonSchema: z.core.JSONSchema.BaseSchema): void {
  Object.assign(jsonSchema, { type: ['string', 'number'] })
  if (jsonSchema.pattern?.includes('\\p{') === true) delete jsonSchema.pattern
}

const anyJson = z.record(z.string(), z.unknown())

/**
 * A part of the schema with the help for its keys. Kinds of values that several keys share are one part of the code, so what a key means
 * hangs on its place, not on its kind.
 *
 * @param name the keys on the way to it: 'targets.amount'
 */
function explained(part: unknown, name: string): unknown {
  if (Array.isArray(part)) return part.map((each) => explained(each, name))
  if (typeof part !== 'object' || part === null) return part
  const entries = Object.entries(part).map(([key, value]): [string, unknown] => {
    if (key === 'properties') return [key, explainedKeys(value, name)]
    // The only part that refers to itself is the tree.
    return [key, explained(value, key === 'definitions' ? 'targets.tree' : name)]
  })
  return Object.fromEntries(entries)
}

function explainedKeys(properties: object, name: string): object {
  const entries = Object.entries(properties).map(([key, value]): [string, unknown] => {
    const own = name === '' ? key : `${name}.${key}`
    return [key, { ...anyJson.parse(explained(value, own)), ...HELP[own] }]
  })
  return Object.fromEntries(entries)
}

interface Help {
  readonly description: string
  readonly examples?: readonly unknown[]
  readonly anyOf?: readonly unknown[]
  readonly type?: undefined
}

/** By the names on the way to a key: what an editor shows beside it. */
const HELP: Readonly<Record<string, Help>> = {
  version: { description: 'Of this format: 1.', examples: [1] },
  name: { description: 'What you call the plan.', examples: ['East 2027'] },
  period: { description: 'A year, a quarter or a month: 2027, 2027-Q2, 2027-05, 2027-P07.', examples: ['2027', '2027-Q2', '2027-05'] },
  fiscalStartMonth: {
    description: "The month the fiscal year starts in, 1 to 12. Without it the team's own year counts.",
    examples: [1, 4],
  },
  calendar: { description: 'A fiscal year of whole weeks, in place of fiscalStartMonth.' },
  'calendar.layout': { description: "How many weeks a quarter's months have, or 13 periods of four weeks." },
  'calendar.startMonth': { description: 'The month the year begins in or near, 1 to 12. Without it: 2.' },
  'calendar.weekStart': { description: 'The weekday on which weeks, and so the year, begin.' },
  'calendar.yearEnds': {
    description: "On the week's last day nearest to the end of the month before startMonth, or the last one within it.",
  },
  'calendar.yearName': { description: 'Whether the year is called by the calendar year it starts in or ends in.' },
  targets: { description: 'What is asked of the whole team: one entry for each metric.' },
  'targets.metric': {
    description: 'What is counted. The usual words in English and Chinese are understood too.',
    anyOf: [{ enum: METRICS.map(({ key }) => key) }, { type: 'string' }],
    type: undefined,
  },
  'targets.amount': {
    description: "The whole team's number for the whole period. 1.2m, 350k and 120万 are read too.",
    examples: [120, '1.2m'],
  },
  'targets.currency': {
    description: "Of money, in three capitals. Without it the team's own. Counts have none.",
    examples: ['USD', 'CNY'],
  },
  'targets.split': { description: 'Over whom it falls: equal (among the reps), or members with weights.', examples: ['equal'] },
  'targets.split.member': { description: 'A name as it stands in the team.' },
  'targets.carrier': { description: 'What carries the growth: new customers, repeat business, or the size of deals.' },
  'targets.focus': {
    description: 'The strategic focus it serves: the name of one, or several with their shares.',
    examples: ['Healthcare'],
  },
  'targets.focus.name': { description: 'A focus of the plan.' },
  'targets.focus.share': { description: 'The part of the target that serves it.', examples: ['60%'] },
  funnels: { description: 'How each way of selling reaches its target, computed backwards to what has to be done.' },
  'funnels.name': { description: 'What the way of selling is called.', examples: ['Online'] },
  'funnels.target': { description: 'The metric of the target that it reaches.' },
  'funnels.share': { description: 'The part of the target that it brings. Without it: all, or what the others leave.', examples: ['60%'] },
  'funnels.stages': { description: 'From the first contact on; the target itself is not among them.' },
  'funnels.stages.stage': { description: 'What the stage is called, where it is no metric.' },
  'funnels.stages.metric': { description: 'The metric that counts the stage.' },
  'funnels.stages.rate': { description: 'How many of it become the next, set by hand.', examples: ['20%', '1/5'] },
  'funnels.stages.assume': { description: "The same as an assumption, until the team's own history says more.", examples: ['20%'] },
  'funnels.stages.size': { description: 'What one of them is worth, where the next is money.' },
  'funnels.stages.cycle': { description: 'How long it takes to become the next.', examples: ['2 months', '10 days'] },
  market: { description: "A year's market, to see how much of it the target takes." },
  'market.size': { description: "What the whole market spends a year, in the currency of the plan's money.", examples: ['100m'] },
  'market.share': { description: 'The part of it that the team has.', examples: ['10%'] },
  'market.wanted': { description: 'The part of it that is wanted.', examples: ['12%'] },
  focus: { description: 'The strategic focuses, and the share of effort that each should get.' },
  'focus.name': { description: 'What the focus is called.', examples: ['Healthcare'] },
  'focus.kind': { description: 'What it is: a region, a product or an industry.' },
  'focus.share': { description: 'The share of effort that it should get.', examples: ['60%'] },
  'targets.split.weight': { description: 'Only the ratio counts: 2 carries twice as much as 1. Without it: 1.', examples: [1, 2] },
  'targets.months': {
    description:
      'The season: a weight for every month of the period, by its id; 0 asks nothing of it. Without it each working day weighs the same.',
    examples: [{ '2027-04': 1, '2027-05': 2, '2027-06': 1.5 }],
  },
  'targets.phases': {
    description: 'How a quarter falls on its three months, in percent: assault, deepening, sprint. Adds up to 100.',
    examples: [[30, 40, 30]],
  },
  'targets.rhythm': {
    description: 'How a month falls on its days 1-10, 11-20 and from the 21st, in percent. Adds up to 100.',
    examples: [[30, 50, 20]],
  },
  'targets.seasonality': {
    description:
      "The season of the whole fiscal year: a weight for each of its months, in order; or last-year, learnt from last year's results when the plan is drafted, and then kept as months.",
    examples: ['last-year', [3, 3, 3, 3, 3, 3, 1, 1, 1, 1, 1, 1]],
  },
  'targets.week': {
    description:
      "How a week's work falls on its weekdays. A weekday that is left out gets nothing; a make-up day weighs what they do on average.",
    examples: [{ monday: 60, wednesday: 40 }],
  },
  'targets.week.monday': { description: "Monday's weight.", examples: [60] },
  'targets.week.tuesday': { description: "Tuesday's weight.", examples: [0] },
  'targets.week.wednesday': { description: "Wednesday's weight.", examples: [40] },
  'targets.week.thursday': { description: "Thursday's weight.", examples: [0] },
  'targets.week.friday': { description: "Friday's weight.", examples: [0] },
  'targets.week.saturday': { description: "Saturday's weight.", examples: [0] },
  'targets.week.sunday': { description: "Sunday's weight.", examples: [0] },
  joiners: { description: 'Who joins within the period leaves the rest of a share to the team, or carries a whole one. Without it: team.' },
  leavers: {
    description: 'Who leaves within the period leaves the rest of a share to the team, or carries a whole one. Without it: team.',
  },
  leave: {
    description:
      "What somebody's days of leave ask for goes to the others of the team, or is carried by themselves on their other days. Without it: carried.",
  },
  ramps: { description: 'New hires who come up to a whole share month by month.' },
  'ramps.member': { description: 'A name as it stands in the team.' },
  'ramps.from': { description: 'When the first month begins. Without it: the day they joined.', examples: ['2027-03-16'] },
  'ramps.steps': { description: 'Percent of a whole share, month by month; then all of it.', examples: [[25, 50, 75]] },
  day: { description: 'What everybody does each working day, whatever the targets.' },
  'day.metric': { description: 'What is counted; or else name an action.', examples: ['follow-ups'] },
  'day.action': { description: 'What is done, where it is no metric.', examples: ['lost cases reviewed'] },
  'day.count': { description: 'How many a day, 1 to 999.', examples: [5] },
  actions: { description: 'Key actions with a rhythm, which become items of each day and are ticked off in chat: 2 trade shows a month.' },
  'actions.action': {
    description: 'What is done, as the team calls it. Within a plan no two are called the same.',
    examples: ['trade shows'],
  },
  'actions.count': { description: 'How many in each turn of the rhythm, 1 to 999.', examples: [2] },
  'actions.every': {
    description: 'Each day, week, month or quarter; or a rule of RFC 5545 by days, weeks or months, without an end.',
    examples: ['week', 'month', 'FREQ=WEEKLY;BYDAY=FR', 'FREQ=MONTHLY;BYDAY=-1FR'],
    anyOf: [{ enum: [...EVERY] }, { type: 'string' }],
    type: undefined,
  },
  'actions.carrier': { description: 'What it works for: new customers, repeat business, or the size of deals.' },
  'actions.members': { description: 'Whose it is, by the names in the team. Without it: everybody who carries a part of the plan.' },
  'targets.agreed': { description: 'Numbers agreed with members: they stay whatever the split says, and the others share the rest.' },
  'targets.agreed.member': { description: 'A name as it stands in the team.' },
  'targets.agreed.amount': { description: "The member's own number for the period." },
  'targets.agreed.reason': { description: 'Why, for the record.' },
  'targets.tree': {
    description: 'What the target is made of: business lines, customer sizes, products, regions, teams or people, to any depth.',
  },
  'targets.tree.by': { description: 'What these parts are.' },
  'targets.tree.parts': { description: 'Parts that say neither share, amount nor history take equal parts of the rest.' },
  'targets.tree.parts.name': { description: 'What the part is called; of a person, the name as it stands in the team.' },
  'targets.tree.parts.share': { description: 'Of the level above it: 40%, 0.4 or 1/3.', examples: ['40%', '1/3'] },
  'targets.tree.parts.amount': { description: 'A fixed amount.' },
  'targets.tree.parts.history': { description: 'What it brought last time: parts with history share by it.' },
  'targets.tree.parts.deal': { description: 'The average deal, from which the number of deals is worked out (money only).' },
  'targets.tree.parts.pin': {
    description: 'An amount set by hand: it stays, and the parts beside it take up the difference. Needs a reason.',
  },
  'targets.tree.parts.reason': { description: 'Why the amount was set by hand.' },
  'targets.tree.parts.tree': { description: 'What this part is made of.' },
}
