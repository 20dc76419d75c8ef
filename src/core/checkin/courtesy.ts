/**
 * Whether words are mere manners: a greeting, thanks, an "ok" or a cheer, in English or Chinese. Under a post that asks to be answered such
 * words are not a report.
 */
export function isCourtesy(words: string): boolean {
  const said = words.normalize('NFKC').toLowerCase().replace(SIGNS, ' ').trim()
  return said.split(/\s+/).every((word) => word === '' || ENGLISH.has(word) || CHINESE.test(word))
}

const SIGNS = /[\p{P}\p{S}\p{Cf}\p{Mn}]+/gu

const ENGLISH: ReadonlySet<string> = new Set(
  [
    'ok okay k yes yep yeah sure fine noted roger understood thanks thank thx ty cheers please you',
    'hi hello hey good great nice morning afternoon evening day night bye all everyone everybody team folks guys',
    'will do got it well done job work on my way lets go congrats congratulations welcome',
  ].flatMap((line) => line.split(' ')),
)

const CHINESE =
  /^(?:收到|好的?|行|可以|嗯+|哦+|哈+|是的?|对的?|明白|了解|知道了?|谢谢|多谢|感谢|辛苦|加油|给力|厉害|恭喜|祝贺|棒|赞|早安?|早上好|上午好|中午好|下午好|晚上好|晚安|你好|您好|大家|各位|同学们|伙伴们|们|了|啦|啊|呀|哈|吧|没问题|马上|在的?)+$/
