import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readXlsx } from '../../../src/app/spreadsheet/read-xlsx.js'
import { chromiumProgram, type Guest, openBrowser, PHONE, visit } from '../../support/browser.js'
import { type Product, startProduct } from '../../support/product.js'

const program = chromiumProgram()
if (program === undefined) console.warn('No chromium is installed: the playground is not tested on a phone here.')

// A story in the order of the tests: the later ones stand on what the earlier ones did.
describe.skipIf(program === undefined)('the playground on a phone, in Chinese', () => {
  let product: Product
  let browser: Browser
  let guest: Guest
  beforeAll(async () => {
    ;[product, browser] = await Promise.all([
      startProduct({ PACESETTER_LANGUAGE: 'zh-CN' }, '2026-11-25T16:00[Asia/Shanghai]'),
      openBrowser(program ?? ''),
    ])
    guest = await visit(browser, product.url, { ...PHONE, locale: 'zh-CN' })
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })
  // At every step: nothing to scroll sideways, no buttons too small for a thumb, no complaints.
  afterEach(async () => {
    expect(await guest.page.evaluate('[document.documentElement.scrollWidth, innerWidth]')).toEqual([390, 390])
    expect(await sticksOut(guest)).toEqual([])
    expect(guest.complaints).toEqual([])
  })

  test('a browser that speaks Chinese finds the page in Chinese', async () => {
    expect(await guest.page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await guest.page.locator('#person option:checked').innerText()).toBe('李娜 · 销售')
    await guest.message('早上好！2026年11月25日星期三').waitFor()
  })

  test('a command is found and sent by tapping alone', async () => {
    const { page, message } = guest
    await page.getByRole('button', { name: '命令' }).tap()
    await page.getByRole('option', { name: '/target' }).tap()
    await page.getByRole('button', { name: '发送' }).first().tap()
    const answer = message('你的目标 · 11月25日周三')
    await answer.waitFor()
    expect(await answer.innerText()).toContain('仅你可见')
  })

  test('a check-in as planned takes two taps', async () => {
    const { message, dialog } = guest
    await message('早上好！2026年11月25日星期三').getByRole('button', { name: '打卡' }).tap()
    await dialog.getByRole('heading', { name: '晚间收工' }).waitFor()
    expect(await sticksOut(guest)).toEqual([])
    expect(await dialog.getByLabel('拜访').inputValue()).toBe('3')
    await dialog.getByRole('button', { name: '提交' }).tap()
    await dialog.waitFor({ state: 'hidden' })
    await message('已保存：11月25日周三').waitFor()
  })

  test('a thread fills the screen and closes again', async () => {
    const { page, message, thread } = guest
    await message('早上好！2026年11月25日星期三').locator('.replies').tap()
    await thread.locator('article', { hasText: '李娜 收工了' }).waitFor()
    expect((await page.locator('#thread').boundingBox())?.width).toBe(390)
    expect(await sticksOut(guest)).toEqual([])
    await page.getByRole('button', { name: '关闭' }).tap()
    await page.locator('#thread').waitFor({ state: 'hidden' })
  })

  test('Friday’s review and the new month’s fit the screen', async () => {
    await guest.moveClock('weekly')
    await guest.message('华东一部 · 2026年第48周复盘').waitFor()
    expect(await sticksOut(guest)).toEqual([])
    await guest.moveClock('monthly')
    const monthly = guest.message('华东一部 · 2026年11月月报')
    await monthly.waitFor()
    expect(await monthly.innerText()).toMatch(/当月销冠/)
  })

  test('a manager’s plan fits the screen, its form too', async () => {
    const { page, message, say, dialog } = guest
    await page.locator('#person').selectOption('chenjing')
    await say('/plan')
    await message('的目标').getByRole('button', { name: '新目标' }).tap()
    await dialog.waitFor()
    expect(await sticksOut(guest)).toEqual([])
    await dialog.getByRole('button', { name: '取消' }).tap()
    await dialog.waitFor({ state: 'hidden' })
  })

  test('her workbook comes to the private chat, and is saved by a tap', async () => {
    const { page, message, say, messages } = guest
    await say('/plan 导出')
    await message('便于存档和对比').getByRole('button', { name: '表格（.xlsx）' }).tap()
    await message('会发到我们的私聊').waitFor()
    expect(await messages.locator('.file').count()).toBe(0)
    await guest.place('Pacesetter')
    const file = messages.locator('.file')
    await file.waitFor()
    expect(await file.innerText()).toMatch(/^华东一部-2026\.xlsx\s*\d+ kB$/)
    expect((await file.boundingBox())?.height).toBeGreaterThanOrEqual(36)
    const [saved] = await Promise.all([page.waitForEvent('download'), file.tap()])
    expect(saved.suggestedFilename()).toBe('华东一部-2026.xlsx')
    const read = await readXlsx(readFileSync(await saved.path()), ['计划'])
    expect(read.ok && read.rows[2]?.cells.slice(0, 5)).toEqual(['周期', '指标', '币种', '成员', '目标值'])
  })
})

/** What reaches over the screen's sides without a scroller of its own, and buttons on messages that a thumb misses. */
async function sticksOut({ page }: Guest): Promise<unknown> {
  return page.evaluate(`(() => {
    const inScroller = (node) => node.closest('.table, .moves, .places') !== null
    const wide = [...document.querySelectorAll('main *, #thread *, dialog[open] *, aside *')]
      .filter((node) => !inScroller(node) && node.checkVisibility() && !node.closest('.sr'))
      .filter((node) => { const { left, right, width } = node.getBoundingClientRect(); return width > 0 && (left < -1 || right > innerWidth + 1) })
    const small = [...document.querySelectorAll('.card .button, dialog[open] .button')].filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 36)
    return [...wide, ...small].map((node) => node.outerHTML.slice(0, 120))
  })()`)
}
