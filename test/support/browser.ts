import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'

/** The browser's program: CHROMIUM_PATH, or where Debian puts it; undefined where there is none. */
export function chromiumProgram(): string | undefined {
  return [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  )
}

export function openBrowser(program: string): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Somebody at the playground's page. */
export interface Guest {
  readonly page: Page
  /** The conversation that is open. */
  readonly messages: Locator
  readonly thread: Locator
  readonly dialog: Locator
  /** Writes a line and sends it with Enter. */
  say(words: string, where?: 'conversation' | 'thread'): Promise<void>
  /** The newest message with these words, once it is there. */
  message(words: string | RegExp, where?: 'conversation' | 'thread'): Locator
  /** Moves the clock to the next stop of a kind, and waits until all is posted. */
  moveClock(kind: 'morning' | 'midday' | 'evening' | 'weekly' | 'monthly'): Promise<void>
  place(name: string): Promise<void>
  /** What went wrong on the page: uncaught errors, refused scripts and styles, failed requests. */
  readonly complaints: readonly string[]
}

export const DESKTOP = { viewport: { width: 1280, height: 860 } } as const
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const

const JOURNEY_MS = 90_000

/** Opens the page as a new visitor, whose browser remembers nothing, and waits until the channel is there. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions): Promise<Guest> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text())
  })
  await page.goto(url)
  const messages = page.locator('#messages')
  const thread = page.locator('#thread-messages')
  await messages.locator('article').first().waitFor()
  const within = (where: 'conversation' | 'thread') => (where === 'thread' ? thread : messages)
  return {
    page,
    messages,
    thread,
    dialog: page.locator('dialog[open]'),
    complaints,
    async say(words, where = 'conversation') {
      const line = page.locator(where === 'thread' ? '#thread-composer input' : '#composer input')
      await line.fill(words)
      await line.press('Enter')
    },
    message: (words, where = 'conversation') => within(where).locator('article').filter({ hasText: words }).last(),
    async moveClock(kind) {
      await page.locator(`[data-moment="${kind}"]`).click()
      await page.locator(`[data-moment="${kind}"]:enabled`).waitFor({ timeout: JOURNEY_MS })
    },
    async place(name) {
      await page.locator('.places').getByRole('button', { name }).click()
    },
  }
}
