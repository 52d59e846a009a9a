// `npm run pictures`: the gallery in every language, scheme and three widths, to look at, into `gallery/pictures`.
import { fileURLToPath } from 'node:url'
import { locales } from '@profilkort/domain/locales/locale'
import { chromium } from 'playwright'
import { createServer } from 'vite'

const server = await createServer({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)) })
await server.listen(0)
const [address] = server.resolvedUrls?.local ?? []
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
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
const only = process.argv[2]
for (const lang of locales) {
  for (const scheme of ['light', 'dark']) {
    for (const width of [320, 768, 1280]) {
      const name = `${lang}-${scheme}-${width}`
      if (only !== undefined && !name.includes(only)) continue
      const page = await browser.newPage({ viewport: { width, height: 12_000 } })
      await page.goto(`${address}?lang=${lang}&scheme=${scheme}`)
      await page.waitForTimeout(1_000)
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
