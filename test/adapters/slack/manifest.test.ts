import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from '../../../src/adapters/slack/commands.js'
import { manifest } from '../../../src/adapters/slack/manifest.js'

const written = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../manifests/${name}.json`, import.meta.url), 'utf8'))

test.each([
  { file: 'slack-socket-mode', url: undefined },
  { file: 'slack-http-oauth', url: 'https://pacesetter.example.com' },
])('manifests/$file.json says what the code does', ({ file, url }) => {
  expect(written(file)).toEqual(manifest(url))
})

test('the commands keep within Slack’s sizes', () => {
  for (const { name, description, usageHint = '' } of commands) {
    expect(`/${name}`.length).toBeLessThanOrEqual(32)
    expect(description.length).toBeLessThanOrEqual(2000)
    expect(usageHint.length).toBeLessThanOrEqual(1000)
  }
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
})
