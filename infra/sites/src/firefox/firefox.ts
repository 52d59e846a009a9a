import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Browser, launch, type Page } from 'puppeteer-core'

const pictures = process.env.SITES_PICTURES

/** Debian's Firefox ESR, driven by WebDriver BiDi. */
export function launchFirefox(scheme: 'light' | 'dark' = 'light'): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
    headless: true,
    extraPrefsFirefox: {
      'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
      'intl.accept_languages': 'nb',
    },
  })
}

export interface Watched {
  readonly page: Page
  /** Errors and warnings in the console, and scripts that threw. */
  readonly complaints: string[]
}

export async function openPage(browser: Browser, url: string, width = 1280): Promise<Watched> {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warn'
    // The gallery is served from its sources.
    if (isComplaint && !message.text().startsWith('Lit is in dev mode')) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.setViewport({ width, height: 900 })
  await page.goto(url)
  return { page, complaints }
}

export async function pictureOf(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true })
}

/** Runs in the page: every element of ours, what it says, and whether it is still busy. */
export function elementsOf(page: Page): Promise<readonly { name: string; text: string; isBusy: boolean }[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('pk-') && localName !== 'pk-context')
      .map((element) => {
        const frame = element.shadowRoot?.querySelector('.frame')
        return {
          name: element.localName,
          text: (frame?.textContent ?? '').replaceAll(/\s+/g, ' '),
          isBusy: frame?.getAttribute('aria-busy') !== 'false',
        }
      }),
  )
}

/** How often the page has asked our server for content. */
export function countRequests(page: Page): Promise<number> {
  return page.evaluate(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/widgets?')).length,
  )
}
