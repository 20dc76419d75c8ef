/**
 * Takes the README's pictures from the real product: npm run pictures
 * Needs Chromium (CHROMIUM_PATH, default /usr/bin/chromium) and, for the Chinese one, a font with Chinese letters.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const NOW = { en: '2026-11-25T10:05:00Z', 'zh-CN': '2026-11-25T02:05:00Z' }
const WORDS = {
  en: {
    file: 'en',
    locale: 'en-GB',
    morning: 'Good morning! Wednesday',
    checkIn: '4 visits, 2 leads, price objection',
    save: 'Yes, save',
    month: 'Your target: November',
    visits: 'Visits',
    week: 'review of week 48',
  },
  'zh-CN': {
    file: 'zh',
    locale: 'zh-CN',
    morning: '早上好！',
    checkIn: '拜访4 线索2，客户嫌贵',
    save: '对，保存',
    today: '你的目标',
    month: '你的目标 · 2026年11月',
    visits: '拜访',
    week: '第48周复盘',
  },
}
const READY_MS = 240_000
const JOURNEY_MS = 120_000

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
try {
  for (const language of Object.keys(WORDS)) await withDemo(language, (url) => takeAll(url, language))
} finally {
  await browser.close()
}

/** The morning and a check-in, a month's landing point, Friday's review; and, of Chinese, the day on a phone. */
async function takeAll(url, language) {
  const words = WORDS[language]
  if (language === 'zh-CN') await takePhone(url, words)

  const desk = await arrive(url, { viewport: { width: 1280, height: 860 }, locale: words.locale })
  await move(desk, 'evening')
  await desk.locator('#messages article', { hasText: words.morning }).last().locator('.replies').click()
  await say(desk, words.checkIn, '#thread-composer')
  await desk.locator('#thread-messages').getByRole('button', { name: words.save }).waitFor()
  await save(desk, `playground-${words.file}.png`)

  const tall = await arrive(url, { viewport: { width: 1100, height: 2_200 }, locale: words.locale })
  await say(tall, '/target month', '#composer')
  const month = tall.locator('#messages article', { hasText: words.month }).last()
  const visits = month.getByText(words.visits, { exact: true })
  await visits.waitFor()
  await tall.locator('#composer input').blur()
  await quiet(tall)
  const [card, below] = [await month.boundingBox(), await visits.boundingBox()]
  await tall.screenshot({
    path: join(HERE, `landing-${words.file}.png`),
    clip: { x: card.x - 16, y: card.y - 4, width: card.width + 32, height: below.y - card.y },
  })

  await move(tall, 'weekly')
  const review = tall.locator('#messages article', { hasText: words.week }).last()
  await quiet(tall)
  const { x, y, width, height } = await review.boundingBox()
  await tall.screenshot({
    path: join(HERE, `weekly-${words.file}.png`),
    clip: { x: x - 16, y: y - 4, width: width + 32, height: height + 8 },
  })
}

async function takePhone(url, words) {
  const phone = await arrive(url, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, locale: words.locale })
  await say(phone, '/target', '#composer')
  await phone.locator('#messages article', { hasText: words.today }).last().waitFor()
  await phone.locator('#composer input').blur()
  await save(phone, `playground-${words.file}-phone.png`)
}

/** Starts the product on a database of its own, and stops it. */
async function withDemo(language, work) {
  const directory = mkdtempSync(join(tmpdir(), 'pacesetter-pictures-'))
  const port = await freePort()
  const product = spawn(process.execPath, [join(ROOT, 'src/pacesetter.mjs'), 'start'], {
    cwd: ROOT,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      HOME: directory,
      PORT: String(port),
      DATA_DIR: directory,
      PACESETTER_LANGUAGE: language,
      PACESETTER_NOW: NOW[language],
    },
  })
  try {
    const url = `http://localhost:${port}`
    await answers(`${url}/readyz`)
    await work(url)
  } finally {
    const ended = new Promise((resolve) => product.once('exit', resolve))
    product.kill('SIGTERM')
    await ended
    rmSync(directory, { recursive: true, force: true })
  }
}

async function answers(url) {
  const until = Date.now() + READY_MS
  while (!(await fetch(url).catch(() => undefined))?.ok) {
    if (Date.now() > until) throw new Error(`Nothing answers at ${url}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

async function arrive(url, options) {
  const page = await (await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce', ...options })).newPage()
  await page.goto(url)
  await page.locator('#messages article').first().waitFor()
  return page
}

async function say(page, words, composer) {
  await page.locator(`${composer} input`).fill(words)
  await page.locator(`${composer} input`).press('Enter')
}

async function move(page, kind) {
  await page.locator(`[data-moment="${kind}"]`).click()
  await page.locator(`[data-moment="${kind}"]:enabled`).waitFor({ timeout: JOURNEY_MS })
}

/** Waits until words in passing have gone, and takes the pointer away. */
async function quiet(page) {
  await page.locator('.toasts p').first().waitFor({ state: 'detached' })
  await page.mouse.move(0, 0)
}

async function save(page, file) {
  await quiet(page)
  await page.screenshot({ path: join(HERE, file) })
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
