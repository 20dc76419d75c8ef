import type { MessageKey } from '../../src/chat/messages.generated.js'
import type { Language } from '../../src/chat/model.js'
import { sayIn } from '../../src/chat/say.js'
import { type TextArgs, text } from '../../src/chat/text.js'

/** The people of a journey and how they speak. */
export interface Company {
  readonly language: Language
  /** As platforms tell it. */
  readonly locale: string
  readonly zone: string
  readonly manager: string
  /** The first checks in by forms, the second in words, the third is not heard from. */
  readonly reps: readonly [string, string, string]
  /** Looks on, and is asked for nothing. */
  readonly spectator: string
  readonly words: {
    readonly spectator: string
    readonly numbers: string
    readonly log: string
    readonly objection: string
    readonly case: string
    /** A word of the case, to find it by. */
    readonly caseWord: string
  }
}

export const COMPANIES: Readonly<Record<Language, Company>> = {
  en: {
    language: 'en',
    locale: 'en-GB',
    zone: 'Europe/London',
    manager: 'Grace',
    reps: ['Maya', 'Tom', 'Sam'],
    spectator: 'Jo',
    words: {
      spectator: 'spectator',
      numbers: '3 visits, 2 leads, price objection',
      log: '/log 1 visit',
      objection: 'price objection',
      case: 'I asked <who> decides & met them first.',
      caseWord: 'decides',
    },
  },
  'zh-CN': {
    language: 'zh-CN',
    locale: 'zh-CN',
    zone: 'Asia/Shanghai',
    manager: '陈静',
    reps: ['李娜', '王伟', '赵磊'],
    spectator: 'Lily',
    words: {
      spectator: '观察员',
      numbers: '拜访3 线索2,客户嫌贵',
      log: '/log 拜访1',
      objection: '客户嫌贵',
      case: '先问清楚<谁>拍板 & 再谈价格。',
      caseWord: '拍板',
    },
  },
}

/** What the product says, by its catalogue: buttons are pressed by what stands on them. */
export function speaker({ language }: Company): (key: MessageKey, args?: TextArgs) => string {
  const say = sayIn(language)
  return (key, args = {}) => say(text(key, args))
}
