import { parseRate } from './funnel.js'

/** A share as people type it where only a share can be meant, as the plan keeps it: "60", "60%" and "60 %" are "60%", "1/3" stays; undefined for none. */
export function parsePercent(words: string): string | undefined {
  const plain = words.normalize('NFKC').replace(/\s/g, '')
  const said = /^\d+(?:\.\d+)?$/.test(plain) && Number(plain) >= 1 ? `${plain}%` : plain
  return parseRate(said) === undefined ? undefined : said
}

/** Whether it reads as a share of something rather than an amount. */
export function isBareRate(words: string): boolean {
  return /%$|^\d+\/\d+$|^0?\.\d+$/.test(words.replace(/\s/g, ''))
}
