import type { Role } from '../store/repository/teams.js'

export interface CastMember {
  /** The account in the playground. */
  readonly externalId: string
  readonly name: string
  readonly role: Role | 'admin'
  /** How well they sell, around 1; only reps do. */
  readonly skill: number
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
    successes: [
      'Showed the clinic a payback of nine months; the finance lead asked for the contract.',
      'Brought our support engineer along; the technical doubts were gone in half an hour.',
      'Referral from last month’s customer turned into a first order.',
      'Offered a four-week trial instead of a discount, and they signed at list price.',
    ],
    failures: [
      'Lost on price: I named the discount before I had shown the value.',
      'Spoke to the user, not to the person who decides.',
      'Proposal went out two days late; they had shortlisted by then.',
    ],
    improvements: [
      'Ask for the decision maker in the first call.',
      'Send the proposal the same evening.',
      'Prepare two reference cases for the pharma visit.',
      'Call the three silent leads before ten.',
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
    successes: [
      '给医院算了一笔账：九个月回本，财务当场要合同。',
      '带技术一起去拜访，半小时打消了所有顾虑。',
      '老客户转介绍，首单已经签下。',
      '没有降价，改成先试用四周，最后按原价成交。',
    ],
    failures: [
      '一上来就谈折扣，价值还没讲清楚，最后丢在价格上。',
      '一直在跟使用部门谈，没有见到拍板的人。',
      '方案晚发了两天，对方已经定了候选。',
    ],
    improvements: ['第一次通话就问清谁拍板。', '方案当天晚上发出去。', '为药企拜访准备两个同行案例。', '十点前把三个没回音的线索打一遍。'],
  },
}
