/**
 * Whether words are mere manners: a greeting, thanks, an "ok" or a cheer, in English or Chinese. Under a post that asks to be answered such
 * words are not a report.
 */
export function isCourtesy(words: string): boolean {
  const said = words.normalize('NFKC').toLowerCase().replace(SIGNS, ' ').trim()
  return said.split(/\s+/).every((word) => ENGLISH.has(word) || word.replace(CHINESE, '') === '')
}

const SIGNS = /[\p{P}\p{S}\p{Cf}\p{Mn}]+/gu

const ENGLISH: ReadonlySet<string> = new Set(
  [
    'ok okay k yes yep yeah sure fine noted roger understood thanks thank thx ty cheers please you',
    'hi hello hey good great nice morning afternoon evening day night bye all everyone everybody team folks guys',
    'will do got it well done job work on my way lets go congrats congratulations welcome',
  ].flatMap((line) => line.split(' ')),
)

/** Taken out one by one, the longer first: as repeated alternatives of one pattern a long 哈哈哈 would be tried in all its divisions. */
const CHINESE =
  /早上好|上午好|中午好|下午好|晚上好|早安|晚安|收到|可以|明白|了解|知道|谢谢|多谢|感谢|辛苦|加油|给力|厉害|恭喜|祝贺|你好|您好|大家|各位|同学们|伙伴们|没问题|马上|好的|是的|对的|在的|[好行嗯哦哈是对棒赞早们了啦啊呀吧在]/g
