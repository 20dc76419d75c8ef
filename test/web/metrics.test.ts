import { expect, test } from 'vitest'
import { startProduct } from '../support/product.js'

test('operators see how many messages wait and how long answers take, and only when they ask for it', { timeout: 90_000 }, async () => {
  const product = await startProduct({ PACESETTER_METRICS: 'on', PACESETTER_PLAYGROUND: 'off' }, '2026-03-02T08:00[Europe/London]')
  const figures = await (await fetch(`http://127.0.0.1:${product.port}/metrics`)).text()
  expect(figures).toContain('pacesetter_waiting{queue="outbox"} 0')
  expect(figures).toContain('pacesetter_answer_seconds')
  await product.stop()
  const quiet = await startProduct({ PACESETTER_PLAYGROUND: 'off' }, '2026-03-02T08:00[Europe/London]')
  expect((await fetch(`http://127.0.0.1:${quiet.port}/metrics`)).status).toBe(404)
  await quiet.stop()
})
