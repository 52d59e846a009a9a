import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { chromiumOptions } from '@profilkort/widgets/testing/chromium'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'

/** Where pictures to look at go: SITES_PICTURES, or nowhere. */
const pictures = process.env.SITES_PICTURES

export function launchChromium(): Promise<Browser> {
  return chromium.launch(chromiumOptions)
}

/** What any site without an icon, and WordPress without the world, complains of. */
const ofOthers = /\/favicon\.ico|gravatar\.com|s\.w\.org/

/** A page, and all it complains of: errors in the console, violated policies, scripts that threw. */
export interface Watched {
  readonly page: Page
  readonly complaints: string[]
  /** Scripts, styles and requests that came from a server. */
  readonly asked: string[]
}

export async function openWatched(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'nb-NO',
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  const asked: string[] = []
  page.on('console', (message) => {
    const text = `${message.text()} ${message.location().url}`
    if (message.type() === 'error' && !ofOthers.test(text)) complaints.push(text)
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => asked.push(request.url()))
  return { page, complaints, asked }
}

/** Keeps pictures of a page at the width of a desk and of a phone, where somebody wants to look. */
export async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  const before = page.viewportSize()
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.waitForTimeout(300)
    await page.screenshot({ path: path.join(pictures, `${name}-${width}.png`), fullPage: true })
  }
  if (before !== null) await page.setViewportSize(before)
}

/** The text inside the shadow root of the page's first card; empty while there is none. */
export function cardText(page: Pick<Page, 'evaluate'>, at = 0): Promise<string> {
  return page.evaluate(
    (index) =>
      document.querySelectorAll('pk-profile-card')[index]?.shadowRoot?.querySelector('article')
        ?.textContent ?? '',
    at,
  )
}

/** Whether something sticks out of the page to the side. */
export function sticksOut(page: Pick<Page, 'evaluate'>): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
}
