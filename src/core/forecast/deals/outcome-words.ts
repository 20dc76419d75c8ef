import { slipsBetween } from '../file/columns.js'

export type Outcome = 'won' | 'lost' | 'open'

/** How a deal ended, by the words that files have for it in English and Chinese; undefined where they mean nothing known. */
export function outcomeOf(words: string): { readonly outcome: Outcome; readonly isGuess: boolean } | undefined {
  const said = folded(words)
  const known = outcomeNamed(said)
  if (known !== undefined) return { outcome: known, isGuess: false }
  const near = OUTCOMES.flatMap((outcome) =>
    WORDS[outcome].some((word) => word.length > 2 && slipsBetween(said, word) === 1) ? [outcome] : [],
  )
  const [outcome] = near
  return outcome !== undefined && near.length === 1 ? { outcome, isGuess: true } : undefined
}

/** Whether a stage is not one that a deal is in, but how it ended. */
export function stageIsOutcome(stage: string): boolean {
  const said = folded(stage)
  return said.length > 1 && ['won', 'lost'].includes(outcomeNamed(said) ?? '')
}

const OUTCOMES = ['won', 'lost', 'open'] as const

const WORDS: Readonly<Record<Outcome, readonly string[]>> = {
  won: ['won', 'win', 'closed won', 'signed', 'yes', 'true', '1', '赢单', '赢', '成交', '已成交'],
  lost: ['lost', 'loss', 'lose', 'closed lost', 'dead', 'cancelled', 'canceled', 'no', 'false', '0', '输单', '输', '丢单', '失败', '流失'],
  open: ['open', 'pending', 'in progress', 'active', 'ongoing', '进行中', '跟进中', '未结束'],
}

function outcomeNamed(said: string): Outcome | undefined {
  return OUTCOMES.find((outcome) => WORDS[outcome].includes(said))
}

function folded(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_./-]+/g, ' ')
    .trim()
}
