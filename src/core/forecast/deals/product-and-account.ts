import { isBlank } from '../file/is-blank.js'
import type { Remarks } from '../file/remarks.js'
import { usualSpellings } from '../file/spellings.js'

/** What a file of deals may say besides: no forecast needs it, and what is odd in it is told all the same. -1 where it has no such column. */
export interface ProductAndAccount {
  readonly product: number
  readonly account: number
}

const PRODUCT: readonly string[] = ['product', 'product name', '产品', '产品名称']
const ACCOUNT: readonly string[] = ['account', 'account name', 'customer', 'customer name', 'client', 'company', '客户', '客户名称', '公司']

export function findProductAndAccount(header: readonly string[]): ProductAndAccount {
  const named = (names: readonly string[]) => header.findIndex((words) => names.includes(words.toLowerCase().replaceAll('_', ' ').trim()))
  return { product: named(PRODUCT), account: named(ACCOUNT) }
}

/** Looks over the rows of a file of deals for products that are misspelt and deals without an account. */
export function lookOver({ product, account }: ProductAndAccount, remarks: Remarks) {
  const lines = new Map<string, number[]>()
  return {
    take(cells: readonly string[], line: number): void {
      if (account >= 0 && isBlank(cells[account])) remarks.add('account-missing', { line })
      const name = cells[product]?.trim() ?? ''
      if (isBlank(name)) return
      const known = lines.get(name)
      if (known === undefined) lines.set(name, [line])
      else known.push(line)
    },
    /** To be called once all rows are seen: which spelling is the usual one is known only then. */
    finish(): void {
      const counts = new Map([...lines].map(([name, { length }]) => [name, length]))
      for (const [found, taken] of usualSpellings(counts, 'mended'))
        for (const line of lines.get(found) ?? []) remarks.add('product-guessed', { line, found, taken })
    },
  }
}
