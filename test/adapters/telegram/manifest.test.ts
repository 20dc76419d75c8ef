import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands as slackCommands } from '../../../src/adapters/slack/commands.js'
import { commandLists, profiles } from '../../../src/adapters/telegram/commands.js'
import { manifest } from '../../../src/adapters/telegram/manifest.js'
import { ROUTES } from '../../../src/chat/routes.js'

const names = (type: string) =>
  commandLists()
    .find(({ scope }) => scope.type === type)
    ?.commands.map(({ command }) => command) ?? []

test('manifests/telegram.json says what the code does', () => {
  const written: unknown = JSON.parse(readFileSync(new URL('../../../manifests/telegram.json', import.meta.url), 'utf8'))
  expect(written).toEqual(manifest())
})

test('the menu has Slack’s commands and the two that Telegram needs, and each has its handler', () => {
  expect(names('default').sort()).toEqual([...slackCommands.map(({ name }) => name), 'cancel', 'start'].sort())
  expect(names('default').filter((name) => !ROUTES.commands.has(name))).toEqual([])
})

test('a group’s members are shown what is theirs, its administrators the managers’ commands as well', () => {
  expect(names('all_chat_administrators').filter((name) => !names('all_group_chats').includes(name))).toEqual(['plan'])
  expect(names('all_group_chats')).not.toContain('start')
})

test('each list stands in both languages and within Telegram’s sizes', () => {
  expect(commandLists().map(({ scope, languageCode }) => [scope.type, languageCode])).toEqual(
    ['default', 'all_group_chats', 'all_chat_administrators'].flatMap((type) => [undefined, 'zh'].map((language) => [type, language])),
  )
  for (const { languageCode, commands } of commandLists()) {
    expect(new Set(commands.map(({ command }) => command)).size).toBe(commands.length)
    expect(commands.length).toBeLessThanOrEqual(100)
    for (const { command, description } of commands) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
      expect(description.length).toBeLessThanOrEqual(256)
      expect(/\p{Script=Han}/u.test(description), description).toBe(languageCode === 'zh')
    }
  }
  for (const { description, shortDescription } of profiles()) {
    expect(description.length).toBeLessThanOrEqual(512)
    expect(shortDescription.length).toBeLessThanOrEqual(120)
  }
})
