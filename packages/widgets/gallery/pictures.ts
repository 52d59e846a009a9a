// `npm run pictures`: the gallery in every language, light, dark, in forced colours and right to left, at three widths, to look at, into `gallery/pictures`.
import { fileURLToPath } from 'node:url'
import { locales } from '@profilkort/domain/locales/locale'
import { chromium } from 'playwright'
import { createServer } from 'vite'
import { chromiumOptions } from '../testing/chromium.ts'

const server = await createServer({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)) })
await server.listen(0)
const [address] = server.resolvedUrls?.local ?? []
const browser = await chromium.launch(chromiumOptions)
const only = process.argv[2]
/** How a page is asked for, and what the reader's system is set to. */
const looks = {
  light: { search: 'scheme=light', options: {} },
  dark: { search: 'scheme=dark', options: {} },
  forced: { search: 'scheme=dark', options: { forcedColors: 'active', colorScheme: 'dark' } },
  rtl: { search: 'scheme=light&dir=rtl', options: {} },
} as const
for (const lang of locales) {
  for (const [look, { search, options }] of Object.entries(looks)) {
    for (const width of [320, 768, 1280]) {
      const name = `${lang}-${look}-${width}`
      if (only !== undefined && !name.includes(only)) continue
      const page = await browser.newPage({ viewport: { width, height: 16_000 }, ...options })
      await page.goto(`${address}?lang=${lang}&${search}`)
      // All but those that never get an answer.
      await page.waitForFunction(
        () =>
          [...document.querySelectorAll('main *')]
            .filter(({ localName }) => localName.startsWith('pk-') && localName !== 'pk-context')
            .filter(({ shadowRoot }) => shadowRoot?.querySelector('.frame')?.ariaBusy !== 'false').length <=
          2,
      )
      const height = await page.evaluate(() => document.body.offsetHeight)
      await page.setViewportSize({ width, height })
      const path = fileURLToPath(new URL(`pictures/${name}.png`, import.meta.url))
      await page.screenshot({ path, fullPage: true })
      const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      process.stdout.write(`${path}${sticksOut ? ' – something sticks out' : ''}\n`)
      await page.close()
    }
  }
}
await browser.close()
await server.close()
