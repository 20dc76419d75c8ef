import { readFileSync } from 'node:fs'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { chromiumProgram, DESKTOP, type Guest, openBrowser, visit } from '../../support/browser.js'
import { DEMO_AT, demoDump } from '../../support/databases.js'
import { type Product, startProduct } from '../../support/product.js'

const program = chromiumProgram()
if (program === undefined) console.warn('No chromium is installed: the playground’s page is not tested here.')

// One demo for all, made once: each test comes as a new visitor, and those that move the clock stand last.
describe.skipIf(program === undefined)('the playground on a desktop', () => {
  let product: Product
  let browser: Browser
  let guest: Guest
  beforeAll(async () => {
    ;[product, browser] = await Promise.all([
      demoDump('en').then((dump) => startProduct({ PACESETTER_LANGUAGE: 'en' }, DEMO_AT.en, dump)),
      openBrowser(program ?? ''),
    ])
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })
  afterEach(async () => {
    expect(guest.complaints).toEqual([])
    await guest.page.context().close()
  })
  const arrive = async (options = {}) => {
    guest = await visit(browser, product.url, { ...DESKTOP, locale: 'en-GB', ...options })
    return guest
  }

  test('a new visitor is a rep, finds today’s morning post, and gets /target for their eyes only', async () => {
    const { page, message, say } = await arrive()
    expect(await page.locator('#person option:checked').innerText()).toBe('Maya Ortiz · rep')
    await message('Good morning! Wednesday, 25 November 2026').waitFor()
    await say('/target')
    const answer = message('Your target: Wed 25 Nov')
    await answer.waitFor()
    expect(await answer.innerText()).toContain('Only visible to you')
    expect(await answer.getByRole('progressbar').count()).toBeGreaterThan(3)

    const another = await visit(browser, product.url, { ...DESKTOP, locale: 'en-GB' })
    await another.page.locator('#person').selectOption('tom')
    await another.message('Good morning! Wednesday').waitFor()
    expect(await another.message('Your target: Wed 25 Nov').count()).toBe(0)
    await another.page.context().close()
  })

  test('a manager’s plan is saved from the private chat, as a workbook and as YAML', async () => {
    const { page, message, say, messages, place } = await arrive()
    await page.locator('#person').selectOption('grace')
    await say('/plan export')
    const card = message('to keep and compare')
    await card.getByRole('button', { name: 'Spreadsheet (.xlsx)' }).click()
    await message('Northern-Europe-2026.xlsx comes to our private chat.').waitFor()
    await place('Pacesetter')
    await messages.locator('.file', { hasText: 'Northern-Europe-2026.xlsx' }).waitFor()
    await say('/plan export yaml')
    const yaml = messages.locator('.file', { hasText: 'Northern-Europe-2026.yaml' })
    await yaml.waitFor()
    const [saved] = await Promise.all([page.waitForEvent('download'), yaml.click()])
    expect(readFileSync(await saved.path(), 'utf8')).toMatch(/^version: 1\nperiod: 2026\n/)

    await page.locator('#person').selectOption('maya')
    await messages.locator('article, .empty').first().waitFor()
    expect(await messages.locator('.file').count()).toBe(0)
  })

  test('a check-in as planned takes two presses, and stands in the thread', async () => {
    const { page, message, dialog, thread } = await arrive()
    await page.locator('#person').selectOption('tom')
    const morning = message('Good morning! Wednesday')
    await morning.getByRole('button', { name: 'Check in' }).click()
    await dialog.getByRole('heading', { name: 'Evening close' }).waitFor()
    const planned = await dialog.getByLabel('Visits').inputValue()
    expect(Number(planned)).toBeGreaterThan(0)
    await page.locator('dialog[open] :focus').waitFor()
    await dialog.getByRole('button', { name: 'Send' }).click()
    await dialog.waitFor({ state: 'hidden' })

    await morning.locator('.replies').click()
    const post = thread.locator('article').filter({ hasText: 'Tom Becker closes the day' })
    await post.waitFor()
    expect(await post.innerText()).toContain(`Visits ${planned} of ${planned}`)
  })

  test('plain words in the thread are read, echoed, and posted there when the visitor says so', async () => {
    const { message, say, thread } = await arrive()
    await message('Good morning! Wednesday').locator('.replies').click()
    await say('2 visits, price objection', 'thread')
    const echo = message('Did I get that right?', 'thread')
    await echo.waitFor()
    expect(await echo.innerText()).toMatch(/Visits 2[\s\S]*price objection/)
    await echo.getByRole('button', { name: 'Yes, save' }).click()
    const post = thread.locator('article').filter({ hasText: 'Maya Ortiz closes the day' })
    await expect.poll(() => post.innerText()).toMatch(/Visits 2 of 3[\s\S]*price objection/)
  })

  test('a reload goes on with the same person, language, conversation and messages', async () => {
    const { page, message, say, place } = await arrive()
    await page.locator('#person').selectOption('priya')
    await page.locator('#language').selectOption('zh-CN')
    await place('Pacesetter')
    await message('Your target for 2026').waitFor()
    await say('/help')
    const help = message('我能做这些').or(message('/leaderboard'))
    await help.last().waitFor()
    const before = await page.locator('#messages').innerText()

    await page.reload()
    await message('Your target for 2026').waitFor()
    await expect.poll(() => page.locator('#messages').innerText()).toBe(before)
    expect(await page.locator('#person').inputValue()).toBe('priya')
    expect(await page.locator('#language').inputValue()).toBe('zh-CN')
    expect(await page.locator('[data-place][aria-current="true"]').innerText()).toBe('Pacesetter')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  })

  test('another person sees their own, and another language is answered in', async () => {
    const { page, message, say } = await arrive()
    await page.locator('#person').selectOption('grace')
    await say('/plan')
    await message('The plan of Northern Europe').getByRole('button', { name: 'New target' }).waitFor()
    await page.locator('#language').selectOption('zh-CN')
    await page.locator('#composer').getByRole('button', { name: '发送' }).waitFor()
    await say('/target team')
    await message(/还剩 \d+ 个工作日/).waitFor()
    await page.locator('#person').selectOption('jo')
    await say('/checkin')
    await message('/checkin').waitFor()
    await expect.poll(() => page.locator('#messages article').last().innerText()).toMatch(/仅你可见/)
  })

  test('a form says what is wrong at the field, keeps the rest, and goes on when it is mended', async () => {
    const { page, message, say, dialog } = await arrive()
    await page.locator('#person').selectOption('grace')
    await say('/plan')
    await message('The plan of Northern Europe').getByRole('button', { name: 'New target' }).click()
    await dialog.getByLabel('What is counted').selectOption({ label: 'New customers' })
    await dialog.getByRole('button', { name: 'See what it means' }).click()
    const amount = dialog.getByLabel('Target of the whole team')
    await dialog.getByText('Please fill this in.').waitFor()
    expect(await amount.getAttribute('aria-invalid')).toBe('true')
    expect(await dialog.locator('.field', { hasText: 'Please fill this in.' }).innerText()).toContain('Target of the whole team')
    expect(await page.locator('dialog[open] :focus').getAttribute('id')).toBe(await amount.getAttribute('id'))
    expect(await dialog.getByLabel('What is counted').locator('option:checked').innerText()).toBe('New customers')
    await amount.fill('80')
    await amount.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await message('New customers').getByRole('button', { name: 'Publish' }).waitFor()
  })

  test('a recall is asked about first, a file that is too large is refused at its field, and a smaller one is read', async () => {
    const { page, message, say, dialog } = await arrive()
    await page.locator('#person').selectOption('grace')
    await say('/plan')
    // An answer to an earlier one may stand there until this one's is below it.
    await page.locator('#messages article:last-child').filter({ hasText: 'The plan of Northern Europe' }).waitFor()
    const plan = message('The plan of Northern Europe')
    const recall = plan.getByRole('button', { name: 'Recall' }).first()
    await recall.click()
    await dialog.getByText('From today on its targets no longer count').waitFor()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(await hasFocus(recall)).toBe(true)

    await say('/plan import')
    const file = dialog.locator('input[type="file"]')
    await file.setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.alloc(1_000_001, 'a') })
    await dialog.getByRole('button', { name: 'Check it' }).click()
    await dialog.getByText('This file is too large: 1 MB is the most.').waitFor()
    expect(await file.getAttribute('aria-invalid')).toBe('true')
    await file.setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from('2027,100\n') })
    await dialog.getByRole('button', { name: 'Check it' }).click()
    await dialog.getByText('I find no row that names the columns.').waitFor()
  })

  test('everything can be done with the keyboard alone', async () => {
    const { page, message, dialog } = await arrive()
    const { keyboard } = page
    await page.locator('#composer input:focus').waitFor()
    await keyboard.type('/le')
    await page.getByRole('option', { name: '/leave', selected: true }).waitFor()
    await keyboard.press('ArrowDown')
    await page.getByRole('option', { name: '/leaderboard', selected: true }).waitFor()
    await keyboard.press('Escape')
    await page.locator('#composer input').fill('')
    await keyboard.type('/ch')
    await page.getByRole('option', { name: '/checkin' }).waitFor()
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await dialog.waitFor()
    expect(await outlineOf(guest)).not.toBe('none')
    await keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await page.locator('#composer input:focus').waitFor()

    // Back over the messages to the newest thread, in by Enter, out by Escape to where one was.
    const opens = message('Good morning! Wednesday').locator('.replies')
    await tabUntil(guest, opens, 'Shift+Tab')
    expect(await outlineOf(guest)).not.toBe('none')
    await keyboard.press('Enter')
    await page.locator('#thread-composer input:focus').waitFor()
    await keyboard.press('Escape')
    await page.locator('#thread').waitFor({ state: 'hidden' })
    expect(await hasFocus(opens)).toBe(true)

    // The menu of times opens and closes without a pointer too.
    await tabUntil(guest, page.locator('.other summary'), 'Shift+Tab')
    await keyboard.press('Enter')
    await page.locator('#custom-at').waitFor()
    await keyboard.press('Escape')
    await page.locator('#custom-at').waitFor({ state: 'hidden' })
    await tabUntil(guest, page.locator('#person'), 'Shift+Tab')
  })

  test('dark follows the system, until the visitor chooses', async () => {
    const { page } = await arrive({ colorScheme: 'dark' })
    const lightness = async () => {
      const colour = String(await page.evaluate('getComputedStyle(document.body).backgroundColor'))
      return Math.max(...(colour.match(/\d+/g) ?? []).map(Number))
    }
    expect(await lightness()).toBeLessThan(60)
    await page.getByRole('button', { name: 'Light or dark' }).click()
    expect(await lightness()).toBeGreaterThan(200)
    await page.reload()
    await page.locator('#messages article').first().waitFor()
    expect(await lightness()).toBeGreaterThan(200)
  })

  test('the clock moves to the evening: colleagues check in, and who forgot is asked in private', async () => {
    const { page, message, moveClock, place } = await arrive()
    await page.locator('#person').selectOption('maya')
    await moveClock('evening')
    expect(await page.locator('.now-time').innerText()).toBe('18:00')
    await expect
      .poll(async () => Number.parseInt(await message('Good morning! Wednesday').locator('.replies').innerText(), 10))
      .toBeGreaterThan(1)
    await moveClock('midday')
    await page.getByText('New in Pacesetter').waitFor()
    await place('Pacesetter')
    await message('Half-time on Thu 26 Nov').waitFor()
  })

  test('the clock moves to Friday: the week is published with its board, and can be commented on', async () => {
    const { message, moveClock, say } = await arrive()
    await moveClock('weekly')
    const review = message('Northern Europe: review of week 48 of 2026')
    await review.waitFor()
    expect(await review.getByRole('table').count()).toBeGreaterThan(0)
    expect(await review.innerText()).toMatch(/Leaderboard: Revenue[\s\S]*1\. /)
    await review.locator('.replies').click()
    await say('Good week, everyone', 'thread')
    await message('Good week, everyone', 'thread').waitFor()
  })

  test('the clock moves to the new month: its top seller is named; and to any other time', async () => {
    const { page, message, moveClock } = await arrive()
    await moveClock('monthly')
    const review = message('Northern Europe: November 2026')
    await review.waitFor()
    expect(await review.innerText()).toMatch(/Top seller/)
    await page.locator('.other summary').click()
    await page.locator('#custom-at').fill((await page.locator('#custom-at').inputValue()).replace(/:\d\d$/, ':59'))
    await page.getByRole('button', { name: 'Go' }).click()
    await expect.poll(() => page.locator('.now-time').innerText()).toMatch(/:59$/)
    expect(await page.locator('#custom-at').isVisible()).toBe(false)
  })
})

async function outlineOf({ page }: Guest): Promise<string> {
  return String(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'))
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((node) => node.matches(':focus'))
}

async function tabUntil({ page }: Guest, wanted: Locator, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await hasFocus(wanted)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not get there: ${wanted}`)
}
