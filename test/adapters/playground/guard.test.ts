import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { onlyFromHere } from '../../../src/adapters/playground/guard.js'

const site = new Hono().use('*', onlyFromHere()).all('/', (context) => context.text('in'))

async function statusOf(method: 'GET' | 'POST', headers: Record<string, string>): Promise<number> {
  return (await site.request('/', { method, headers })).status
}

describe('the playground answers', () => {
  test.each([
    {
      who: 'its own page',
      method: 'POST',
      headers: { host: 'localhost:3000', origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' },
    },
    { who: 'its own page by an address', method: 'POST', headers: { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' } },
    { who: 'its own page by an address of version 6', method: 'POST', headers: { host: '[::1]:3000', origin: 'http://[::1]:3000' } },
    { who: 'a program without a page', method: 'POST', headers: { host: 'localhost:3000' } },
    { who: 'somebody who follows a link to it', method: 'GET', headers: { host: 'localhost:3000', 'sec-fetch-site': 'cross-site' } },
  ] as const)('$who', async ({ method, headers }) => {
    expect(await statusOf(method, headers)).toBe(200)
  })
})

describe('the playground refuses', () => {
  test.each([
    { who: 'a foreign name that was pointed at this machine', method: 'GET', headers: { host: 'evil.example:3000' } },
    { who: 'another site’s page', method: 'POST', headers: { host: 'localhost:3000', 'sec-fetch-site': 'cross-site' } },
    { who: 'another site’s page in an old browser', method: 'POST', headers: { host: 'localhost:3000', origin: 'https://evil.example' } },
    { who: 'another port’s page', method: 'POST', headers: { host: 'localhost:3000', origin: 'http://localhost:8080' } },
    { who: 'a page that does not say where it is from', method: 'POST', headers: { host: 'localhost:3000', origin: 'null' } },
  ] as const)('$who', async ({ method, headers }) => {
    expect(await statusOf(method, headers)).toBe(403)
  })
})
