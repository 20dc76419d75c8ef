import { expect, test } from 'vitest'
import type { Card, Line } from '../../src/chat/model.js'
import { asTyped } from '../../src/chat/text.js'
import { everyField } from './samples.js'
import type { Scene } from './scene.js'

/** People’s own words come out as they were typed. */
export function typedStories(scene: Scene): void {
  test('what people have typed comes out as typed, wherever it stands', { timeout: 60_000 }, async () => {
    for (const typed of TYPED) {
      const everywhere = cardOf(typed)
      await scene.stand.adapter.deliver(scene.outgoing(everywhere, { key: `typed-${typed}` }))
      const seen = await scene.channel.waitFor(({ text, buttons }) => text.includes(typed) && buttons.includes(`B ${typed}`))
      expect(timesIn(seen.text, typed), `${typed} in:\n${seen.text}`).toBe(TYPED_PLACES)
      scene.answers({ kind: 'toast', text: asTyped(`Found: ${typed}`) })
      await scene.li.command(`/case ${typed}`, scene.channel)
      await scene.li.waitForPrivately(`Found: ${typed}`)
      expect(scene.last()?.event).toMatchObject({ text: typed })
    }
    scene.answers({
      kind: 'open',
      form: {
        ...everyField,
        intro: TYPED.map((typed): Line => ({ kind: 'text', text: asTyped(typed) })),
        fields: TYPED.map((typed, index) => ({
          kind: 'text',
          name: `f${index}`,
          label: asTyped(typed),
          hint: asTyped(typed),
          initial: typed,
        })),
      },
    })
    await scene.li.command('/checkin')
    const form = await scene.li.form()
    for (const typed of TYPED) expect(form.text).toContain(typed)
    scene.answers({ kind: 'toast', text: asTyped(TYPED.join(' ')) })
    await scene.li.fill({})
    await scene.li.waitForPrivately(TYPED.join(' '))
    expect(scene.last()?.event).toMatchObject({ values: Object.fromEntries(TYPED.map((typed, index) => [`f${index}`, typed])) })
  })
}

const TYPED = [
  '<!channel> all',
  '<b>bold</b> & <i>',
  '@everyone *now* _x_ `y`',
  'A & B &amp; C',
  '客户嫌贵，😀👩🏽‍💻',
  '[link](http://x.example) ~no~',
] as const

/** Typed words in every place a card has for them. */
function cardOf(typed: string): Card {
  const words = asTyped(typed)
  return {
    title: asTyped(`T ${typed}`),
    lines: [
      { kind: 'heading', text: words },
      { kind: 'text', text: words },
      { kind: 'quote', text: words },
      { kind: 'list', items: [words] },
      { kind: 'facts', facts: [{ label: words, value: words }] },
      { kind: 'progress', label: words, value: words, doneShare: 0.5, paceShare: 0.6 },
      { kind: 'table', columns: [{ label: words, align: 'start' }], rows: [[words]] },
    ],
    buttons: [{ label: asTyped(`B ${typed}`), action: 'x:y' }],
    note: words,
  }
}
const TYPED_PLACES = 12

function timesIn(text: string, words: string): number {
  return text.split(words).length - 1
}
