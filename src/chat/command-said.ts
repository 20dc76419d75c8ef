/**
 * The command that is meant by its bare name, said to the bot as words: many greet a bot with "help", and Slack takes no commands in a thread.
 * Of a form that words cannot open, its place in the help.
 *
 * @returns undefined for any other words
 */
export function commandSaid(words: string): string | undefined {
  return NAMES.get(words.normalize('NFKC').trim().toLowerCase().replace(/^\//, ''))
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ...['target', 'team', 'plan', 'deal', 'leaderboard', 'review', 'leave', 'case', 'settings'].map((name) => [name, name] as const),
  ...['help', 'checkin', 'log', '帮助', '打卡'].map((name) => [name, 'help'] as const),
  ['目标', 'target'],
  ['团队', 'team'],
  ['计划', 'plan'],
  ['商机', 'deal'],
  ['排行榜', 'leaderboard'],
  ['复盘', 'review'],
  ['请假', 'leave'],
  ['案例', 'case'],
  ['设置', 'settings'],
])
