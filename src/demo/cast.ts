import type { KeyAction } from '../core/plan/actions/key-action.js'
import type { Role } from '../store/repository/teams.js'

export interface CastMember {
  /** The account in the playground. */
  readonly externalId: string
  readonly name: string
  readonly role: Role | 'admin'
  /** How well they sell, around 1; only reps do. */
  readonly skill: number
}

/** Parts of which the names of customers, and of what they buy, are put together. None is meant to be a real company. */
export interface DemoCustomers {
  readonly names: readonly string[]
  readonly trades: readonly string[]
  /** Behind the name of a customer who buys again. */
  readonly again: readonly string[]
}

export interface DemoTeam {
  readonly team: string
  readonly channel: string
  readonly workspace: string
  readonly zone: string
  readonly country: string
  readonly currency: string
  /** A year's target of the team: money in whole units of the currency. */
  readonly year: Readonly<Record<'revenue' | 'deals' | 'proposals' | 'visits' | 'leads', number>>
  readonly people: readonly CastMember[]
  readonly keyActions: readonly KeyAction[]
  readonly customers: DemoCustomers
  /** What customers say who buy elsewhere, or not at all. */
  readonly lostReasons: readonly string[]
  readonly successes: readonly string[]
  readonly failures: readonly string[]
  readonly improvements: readonly string[]
}

/** The demo team in a language: people and words, not translations of each other. The first rep is the one a visitor plays. */
export const DEMO: Readonly<Record<'en' | 'zh-CN', DemoTeam>> = {
  en: {
    team: 'Northern Europe',
    channel: 'sales-north',
    workspace: 'Playground',
    zone: 'Europe/London',
    country: 'GB',
    currency: 'GBP',
    year: { revenue: 3_600_000, deals: 240, proposals: 900, visits: 3_600, leads: 2_400 },
    people: [
      { externalId: 'maya', name: 'Maya Ortiz', role: 'rep', skill: 1.02 },
      { externalId: 'tom', name: 'Tom Becker', role: 'rep', skill: 0.93 },
      { externalId: 'priya', name: 'Priya Nair', role: 'rep', skill: 1.14 },
      { externalId: 'sam', name: 'Sam Okafor', role: 'rep', skill: 0.86 },
      { externalId: 'lena', name: 'Lena Fischer', role: 'rep', skill: 1.05 },
      { externalId: 'grace', name: 'Grace Hall', role: 'manager', skill: 0 },
      { externalId: 'alex', name: 'Alex Reed', role: 'admin', skill: 0 },
      { externalId: 'jo', name: 'Jo Park', role: 'spectator', skill: 0 },
    ],
    keyActions: [
      { action: 'trade shows', count: 2, every: 'month', carrier: 'new' },
      { action: 'referrals asked for', count: 3, every: 'month', carrier: 'repeat' },
      { action: 'in-depth visits', count: 5, every: 'week', carrier: 'new' },
    ],
    customers: {
      // biome-ignore format: a list of names
      names: [
        'Ashcombe', 'Brackwell', 'Calderby', 'Dunmoor', 'Eastholm', 'Fenwold', 'Garnock', 'Hadleigh', 'Inverlea', 'Jarnsby',
        'Kelsey', 'Lindholm', 'Marsden', 'Norrby', 'Oakhurst', 'Pendrell', 'Quayside', 'Rosendal', 'Solbakken', 'Thornbury',
        'Ulverton', 'Vikstrand', 'Wexcombe', 'Yarrow', 'Aldergate', 'Birkdale', 'Cressfield', 'Dalby', 'Ellerby', 'Farnley',
        'Greystone', 'Holmgren', 'Ivarson', 'Kirkholm', 'Langdale', 'Merrow', 'Nordvik', 'Ormesby', 'Ravensmere', 'Stenhouse',
      ],
      // biome-ignore format: a list of names
      trades: [
        ' Clinic', ' Logistics', ' Foods', ' Pharma', ' Dental', ' Engineering', ' Packaging', ' Motors', ' Textiles', ' Labs',
        ' Medical', ' Components',
      ],
      again: [', second site', ', service contract', ', renewal'],
    },
    lostReasons: [
      'Price: they went with the cheaper offer.',
      'Stays with the supplier they have.',
      'Budget frozen until next year.',
      'Our contact left, and nobody took it on.',
      'Could not deliver by their date.',
      'Missing a function that a competitor has.',
      'Project put off.',
      'No answer after three calls.',
    ],
    successes: [
      'Showed the clinic a payback of nine months; the finance lead asked for the contract.',
      'Brought our support engineer along; the technical doubts were gone in half an hour.',
      'Referral from last month’s customer turned into a first order.',
      'Offered a four-week trial instead of a discount, and they signed at list price.',
      'Asked what a day of standstill costs them. From then on price was a side issue.',
      'Rang an account that had been quiet since spring: they are opening a second site.',
      'Left the slides in the bag and drew their process on the whiteboard instead.',
      'Got the buyer and the head of operations into one room; decided on the spot.',
      'Sent the minutes within the hour, and legal replied the same day.',
      'Walked the shop floor with the shift lead and found a second use for the scanner.',
      'Put the competitor’s offer beside ours line by line; service made the difference.',
      'Booked the next meeting before leaving the room.',
      'Answered the tender’s open points by phone first; the written part was a formality.',
      'Their old scanner failed during my visit. I lent them ours for a week.',
      'Named two customers in their street; they called one while I was there.',
      'Split the order into two phases, and the first one fitted this year’s budget.',
      'Asked the silent engineer what he thought. He turned out to be the one they listen to.',
      'Kept the demo to ten minutes and let them press the buttons.',
      'Followed up on a lost deal after six months: the other supplier had let them down.',
      'Found the real deadline: their audit is in March.',
      'Wrote the business case with their controller, in their own spreadsheet.',
      'Visited the night shift. Nobody had before, and the foreman now speaks for us.',
      'Turned a complaint into a service contract by being there the same afternoon.',
      'Three branches instead of one, because I asked who else has the problem.',
      'Let the customer set the date for go-live. They have held to it ever since.',
    ],
    failures: [
      'Lost on price: I named the discount before I had shown the value.',
      'Spoke to the user, not to the person who decides.',
      'Proposal went out two days late; they had shortlisted by then.',
      'Forty minutes about us, five about them.',
      'Missed that their budget year ends in March.',
      'Took “send me something” for interest. It was a polite no.',
      'Had no reference from their industry at hand.',
      'Double-booked myself and cancelled the smaller one. It was the better lead.',
      'Sent the quote without a call, and it sat in a spam folder for a week.',
      'Promised a delivery date I had not checked.',
      'Let the meeting run over and lost the last ten minutes, the ones about money.',
      'Assumed the contact from last year was still there.',
      'Sent a standard deck to somebody who had told me their three problems.',
      'Waited for their call back instead of ringing myself.',
      'Talked a happy customer through features they will never use.',
    ],
    improvements: [
      'Ask for the decision maker in the first call.',
      'Send the proposal the same evening.',
      'Prepare two reference cases for the pharma visit.',
      'Call the three silent leads before ten.',
      'Write down three questions before each visit.',
      'Show the payback sheet before anybody mentions price.',
      'Agree the next date before I leave.',
      'Put travel between visits into the calendar.',
      'Ask every happy customer for one name.',
      'Block the first hour for new leads.',
      'Rehearse the price talk with Grace before the visit.',
      'Send the agenda the day before.',
      'Note objections in the car, not in the evening.',
      'Have the order form with me.',
      'Follow up every quote by phone within two days.',
      'Ring before writing.',
      'Put the price on the last page.',
      'Bring one number about their own business to each visit.',
      'Ask what happens if they do nothing.',
      'Two new names into the list before lunch.',
      'Read the last minutes before I dial.',
      'Offer two dates, not “some time”.',
      'Get the technical question answered on the same day.',
      'Tell Priya’s trial story when price comes up.',
      'Close the laptop in the first ten minutes.',
    ],
  },
  'zh-CN': {
    team: '华东一部',
    channel: '华东一部销售群',
    workspace: '演示空间',
    zone: 'Asia/Shanghai',
    country: 'CN',
    currency: 'CNY',
    year: { revenue: 12_000_000, deals: 240, proposals: 900, visits: 3_600, leads: 2_400 },
    people: [
      { externalId: 'lina', name: '李娜', role: 'rep', skill: 1.02 },
      { externalId: 'wangwei', name: '王伟', role: 'rep', skill: 0.93 },
      { externalId: 'zhangmin', name: '张敏', role: 'rep', skill: 1.14 },
      { externalId: 'liuyang', name: '刘洋', role: 'rep', skill: 0.86 },
      { externalId: 'zhaolei', name: '赵磊', role: 'rep', skill: 1.05 },
      { externalId: 'chenjing', name: '陈静', role: 'manager', skill: 0 },
      { externalId: 'zhoukai', name: '周凯', role: 'admin', skill: 0 },
      { externalId: 'sunli', name: '孙丽', role: 'spectator', skill: 0 },
    ],
    keyActions: [
      { action: '展会', count: 2, every: 'month', carrier: 'new' },
      { action: '请老客户转介绍', count: 3, every: 'month', carrier: 'repeat' },
      { action: '深度拜访', count: 5, every: 'week', carrier: 'new' },
    ],
    customers: {
      // biome-ignore format: a list of names
      names: [
        '上海明川', '苏州启和', '杭州远岑', '宁波嘉屿', '无锡柏舟', '南京汇澜', '常州知禾', '嘉兴云岫', '绍兴恒渡', '南通景行',
        '上海沐原', '苏州朗朴', '杭州青岩', '宁波海汐', '无锡望亭', '南京钟岭', '常州立言', '嘉兴稻川', '绍兴镜湾', '南通江晟',
        '上海弘叶', '苏州平澜', '杭州栖霁', '宁波甬拓', '无锡惠禾', '南京石澄', '常州龙屿', '嘉兴秀屏', '绍兴兰渚', '南通崇岸',
        '上海予舟', '苏州木澄', '杭州临岚', '宁波慈屿', '无锡梁汐', '南京秦汐', '常州武宁', '嘉兴南屏', '绍兴越岭', '南通濠远',
      ],
      trades: ['医疗', '物流', '食品', '制药', '口腔', '精工', '包装', '汽配', '纺织', '检测', '仓储', '电子'],
      again: ['二期', '维保续签', '扩容'],
    },
    lostReasons: [
      '价格高，选了更便宜的一家。',
      '继续用原来的供应商。',
      '今年预算冻结了。',
      '对接人离职，没人接手。',
      '交期赶不上。',
      '缺一个竞品有的功能。',
      '项目延期了。',
      '打了三次电话都没有回音。',
    ],
    successes: [
      '给医院算了一笔账：九个月回本，财务当场要合同。',
      '带技术一起去拜访，半小时打消了所有顾虑。',
      '老客户转介绍，首单已经签下。',
      '没有降价，改成先试用四周，最后按原价成交。',
      '先问清停机一天损失多少，后面就没人再纠结价格了。',
      '给半年没联系的老客户打了个电话，原来他们正要开二期。',
      '没放PPT，直接在白板上画他们的流程，对方越聊越投入。',
      '把采购和生产负责人约到一起，当场就定了。',
      '散会一小时内发出纪要，法务当天就回了。',
      '跟班组长走了一遍车间，又挖出一个使用场景。',
      '把竞品报价逐条对比，最后赢在服务上。',
      '出门之前就约好了下一次见面。',
      '标书的疑问先打电话逐条讲清，书面部分就只是走流程。',
      '拜访时他们的旧设备正好坏了，借了一台给他们先用一周。',
      '提了同园区的两家客户，对方当场打电话去问，印象很好。',
      '把订单拆成两期，一期刚好放得进今年的预算。',
      '主动问了一直没说话的工程师，原来大家都听他的。',
      '演示压到十分钟，剩下的时间让客户自己上手。',
      '半年前丢掉的单子又去回访，对方对现在的供应商很不满意。',
      '问出了真正的时间点：他们三月要过审计。',
      '和对方财务一起，在他们自己的表里把账算清楚。',
      '去了一趟夜班现场，以前没人去过，工长现在替我们说话。',
      '接到投诉当天下午就赶到，最后签成了服务合同。',
      '多问一句还有谁有同样的问题，一家变成了三家。',
      '上线日期让客户自己定，他们一直守着这个日子。',
    ],
    failures: [
      '一上来就谈折扣，价值还没讲清楚，最后丢在价格上。',
      '一直在跟使用部门谈，没有见到拍板的人。',
      '方案晚发了两天，对方已经定了候选。',
      '讲了四十分钟自己，只听了对方五分钟。',
      '没留意对方的预算三月就截止。',
      '把“发份资料看看”当成了意向，其实是婉拒。',
      '手头没有他们行业的案例，问到就卡住了。',
      '两个拜访撞了时间，推掉的那个反而更有希望。',
      '报价单直接发邮件，没打电话，在垃圾箱里躺了一周。',
      '没核实库存就答应了交期。',
      '会开超时了，最后谈钱的十分钟没谈成。',
      '以为去年的联系人还在，结果早就调走了。',
      '客户讲过三个痛点，我还是发了通用方案。',
      '一直等对方回电话，没有主动打过去。',
      '给满意的客户讲了一堆他们用不上的功能。',
    ],
    improvements: [
      '第一次通话就问清谁拍板。',
      '方案当天晚上发出去。',
      '为药企拜访准备两个同行案例。',
      '十点前把三个没回音的线索打一遍。',
      '每次拜访前先写好三个问题。',
      '报价之前先讲回本测算。',
      '离开之前敲定下次时间。',
      '把路上的时间也排进日程。',
      '请每位满意的客户介绍一位朋友。',
      '早上第一个小时只跟新线索。',
      '见客户前先和陈静过一遍价格怎么谈。',
      '拜访前一天把议程发过去。',
      '出了门就在车上把异议记下来，不拖到晚上。',
      '随身带好订货单。',
      '报价发出两天内一定打电话跟进。',
      '先打电话，再发邮件。',
      '价格放在方案最后一页。',
      '每次拜访带一个和客户业务有关的数字。',
      '多问一句：不做会怎么样？',
      '午饭前补两个新客户进名单。',
      '拨号前先看一遍上次的纪要。',
      '约时间给两个选项，不说“改天”。',
      '技术问题当天给答复。',
      '谈到价格时讲张敏那个试用的例子。',
      '头十分钟合上电脑，只听。',
    ],
  },
}

/** The demo team that these accounts belong to, whichever language it was seeded in; undefined for a team of the visitor's own. */
export function demoWith(externalIds: readonly string[]): DemoTeam | undefined {
  return Object.values(DEMO).find(({ people }) => people.some(({ externalId }) => externalIds.includes(externalId)))
}

/** A rep's share of the cast's phrases. */
export function ownPhrases(demo: DemoTeam, person: CastMember, words: readonly string[]): string[] {
  const reps = demo.people.filter(({ role }) => role === 'rep')
  return words.filter((_, index) => index % reps.length === reps.indexOf(person))
}
