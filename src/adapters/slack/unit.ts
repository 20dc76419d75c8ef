import type { types } from '@slack/bolt'

/** What is never parted: some blocks, and how they read in plain words (not escaped). */
export interface Unit {
  readonly words: string
  readonly blocks: readonly types.KnownBlock[]
}

/** @param mrkdwn already escaped */
export function section(mrkdwn: string): types.SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text: mrkdwn } }
}

/** @param mrkdwn already escaped */
export function context(mrkdwn: string): types.ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: mrkdwn }] }
}

export function header(words: string): types.HeaderBlock {
  return { type: 'header', text: plain(words) }
}

/** Shown as it is: no mentions, no marks, no emoji of colons. */
export function plain(words: string): types.PlainTextElement {
  return { type: 'plain_text', text: words, emoji: false }
}
