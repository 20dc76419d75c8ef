/**
 * In what a table's money is written, where its header or a line above says so: "目标（万元）", "Plan ($k)", "Revenue in thousands",
 * "单位：万元". As the ending that makes one of its numbers an amount: '万', 'k'.
 */
export type Scale = '' | '千' | '万' | '百万' | '亿' | 'k' | 'm' | 'bn'

/** '' where a header says none. */
export function scaleOf(header: string): Scale {
  const plain = header.normalize('NFKC').toLowerCase()
  const said = IN_BRACKETS.exec(plain)?.[1] ?? IN_WORDS.exec(plain)?.[1] ?? AFTER_UNIT.exec(plain)?.[1]
  return said === undefined ? '' : scaleIn(said)
}

/** What a line above the header says of the whole table. */
export function scaleAbove(rows: readonly { readonly cells: readonly string[] }[]): Scale {
  return rows.flatMap(({ cells }) => cells).reduce<Scale>((found, cell) => found || scaleOf(cell), '')
}

/** A header without what it says of its scale. */
export function withoutScale(header: string): string {
  const plain = header.normalize('NFKC')
  return scaleOf(plain) === '' ? header : plain.replace(IN_BRACKETS, '').replace(IN_WORDS, '').trim()
}

/** '50' in 万 is '50万'; what has an ending of its own keeps it. */
export function scaled(cell: string, scale: Scale): string {
  const plain = cell.normalize('NFKC').trim()
  return scale !== '' && /^[-+]?[¥$€£]? ?\d[\d,.' ]*元?$/.test(plain) ? `${plain.replace(/元$/, '').trim()}${scale}` : cell
}

const IN_BRACKETS = /\s*[([【]([^()[\]【】]*)[)\]】]/u
const IN_WORDS = /\bin (?:us\$|[$€£¥]|[a-z]{3} )?((?:thousand|million|billion)s?)\b/iu
const AFTER_UNIT = /单位\s*:?\s*(\S+)/u

function scaleIn(words: string): Scale {
  const plain = words.replace(/单位|人民币|in |us\$|[$€£¥:'’\s]|元/gu, '').replace(/^(?:usd|eur|gbp|cny|rmb)|(?:usd|eur|gbp|cny|rmb)$/u, '')
  return SCALES.get(plain) ?? ''
}

/** A map, as a header may say "constructor", which every object has. */
const SCALES: ReadonlyMap<string, Scale> = new Map(
  Object.entries({
    千: '千',
    万: '万',
    百万: '百万',
    亿: '亿',
    k: 'k',
    '000': 'k',
    '000s': 'k',
    thousand: 'k',
    thousands: 'k',
    m: 'm',
    mn: 'm',
    mm: 'm',
    million: 'm',
    millions: 'm',
    bn: 'bn',
    billion: 'bn',
    billions: 'bn',
  } as const),
)
