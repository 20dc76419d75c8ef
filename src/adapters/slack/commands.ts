interface SlashCommand {
  readonly name: string
  readonly description: string
  /** What may be typed behind it; none where nothing is. */
  readonly usageHint?: string
}

/** The one list of slash commands, written into the manifests. Slack does not translate them. */
export const commands: readonly SlashCommand[] = [
  {
    name: 'target',
    description: 'My target, how far I am, and the next step',
    usageHint: '[day | week | month | quarter | year] [@person]',
  },
  { name: 'checkin', description: 'Check in: under 30 seconds', usageHint: '[morning | midday | evening]' },
  { name: 'log', description: 'Log what was done, in words', usageHint: '3 visits 2 leads · 拜访3 线索2' },
  { name: 'deal', description: 'Open deals: add, move, win, lose', usageHint: '[add ACME 120000 proposal | name | @person]' },
  { name: 'plan', description: 'Create, preview, publish or adjust the plan', usageHint: '[new | preview | publish | adjust]' },
  {
    name: 'team',
    description: 'Members and their roles',
    usageHint: '[create | add @person | role @person manager | remove @person | link]',
  },
  { name: 'leaderboard', description: 'The team by share of own target', usageHint: '[week | month | quarter]' },
  { name: 'review', description: 'What went well, where it is stuck, what to change', usageHint: '[day | week | month]' },
  { name: 'leave', description: 'Days off: targets and reminders follow', usageHint: '[from] [to]' },
  { name: 'case', description: 'Search the case library, or add a case', usageHint: '[words | add]' },
  { name: 'help', description: 'What Pacesetter does, and how' },
  { name: 'settings', description: 'Language, schedule, holidays', usageHint: '[English | 中文]' },
]
