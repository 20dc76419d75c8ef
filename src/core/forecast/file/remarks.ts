/** What was found to be odd in a file, one code for each kind; words are made of them where they are shown. */
export type RemarkCode =
  // about the header
  | 'column-guessed'
  | 'column-unknown'
  | 'header-missing'
  // about a row
  | 'id-missing'
  | 'id-guessed'
  | 'date-missing'
  | 'date-unreadable'
  | 'value-missing'
  | 'value-unreadable'
  | 'row-repeated'
  | 'date-twice'
  | 'date-far-off'
  | 'after-as-of'
  | 'opened-missing'
  | 'opened-unreadable'
  | 'closed-unreadable'
  | 'closed-before-opened'
  | 'closed-missing'
  | 'outcome-missing'
  | 'outcome-unreadable'
  | 'outcome-guessed'
  | 'stage-missing'
  | 'stage-guessed'
  | 'product-guessed'
  | 'account-missing'
  | 'deal-twice'
  | 'deal-value-missing'
  | 'target-unreadable'
  // about a column or a series
  | 'date-order-unknown'
  | 'dates-filled'
  | 'dates-empty'
  | 'dates-summed'
  | 'dates-irregular'
  | 'series-ends-early'
  | 'history-short'
  | 'backtest-short'
  | 'deals-few'
  | 'deals-after-as-of'

/** One kind of oddity, with where it was seen. */
export interface Remark {
  readonly code: RemarkCode
  readonly count: number
  /** The first few: a row of the file (1 is its first line), the series, what stood there and what was made of it. */
  readonly examples: readonly RemarkExample[]
}

export interface RemarkExample {
  readonly line?: number
  readonly id?: string
  readonly found?: string
  readonly taken?: string | number
}

/** Gathers remarks, so that a file with a million bad rows is told in a few lines. */
export interface Remarks {
  add(code: RemarkCode, example?: RemarkExample): void
  /** In the order in which each kind was first seen. */
  list(): Remark[]
}

export function gatherRemarks(): Remarks {
  const byCode = new Map<RemarkCode, { count: number; examples: RemarkExample[] }>()
  return {
    add(code, example = {}) {
      const kind = byCode.get(code) ?? { count: 0, examples: [] }
      byCode.set(code, kind)
      kind.count += 1
      if (kind.examples.length < EXAMPLES) kind.examples.push(example)
    },
    list: () => [...byCode].map(([code, kind]) => ({ code, ...kind })),
  }
}

const EXAMPLES = 5
