import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '@profilkort/e2e/processes'
import { afterAll, describe, expect, test } from 'vitest'
import { cardText, launchChromium, openWatched, picture, sticksOut } from './chromium.ts'
import { documented, printedSnippet } from './documented.ts'
import { startProduct } from './product.ts'
import { makeGround, startNginx } from './servers.ts'

const product = await startProduct()
const browser = await launchChromium()
const ground = makeGround('nginx')
const port = await freePort()
const origin = `http://pages.localhost:${port}`
const stranger = `http://elsewhere.localhost:${port}`
const key = await product.keyFor(origin)
const slug = 'regnskapsforere-i-vekst'
const name = 'Regnskapsførere i vekst'
// nginx makes a nonce of its own for each request.
const told = { server: product.url, key, nonce: '$request_id' }

afterAll(async () => {
  await browser.close()
  await ground.stop()
  await product.stop()
})

const printed = (heading: string) => printedSnippet(product.url, key, slug, heading)
const [[framed = '', listens = ''], [framePolicy = '', resizePolicy = '']] = [
  documented('A frame', 'html', told),
  documented('A frame', 'csp', told),
]
const [lazyPolicy = ''] = documented('A page of HTML', 'csp', told)
const [pinnedPolicy = ''] = documented('One version for good', 'csp', told)
const [noncePolicy = ''] = documented('A policy with nonces', 'csp', told)
const [nonceTag = ''] = documented('A policy with nonces', 'html', { ...told, nonce: '{id}' })
const [serverPolicy = ''] = documented('Put in by your server', 'csp', told)
const [include = ''] = documented('Put in by your server', 'nginx', told)
const element = `<pk-profile-card profile="${slug}"></pk-profile-card>`
const printedFrame = await printed('SharePoint and others: a frame')

/** Each page: its body, and the policy that it is served with. */
const pages: { readonly [name: string]: readonly [body: string, policy: string] } = {
  lazy: [await printed('Plain HTML'), lazyPolicy],
  pinned: [await printed('Plain HTML, one version for good'), pinnedPolicy],
  documented: [documented('A page of HTML', 'html', told).join('\n'), lazyPolicy],
  nonce: [`${nonceTag}${element}`, noncePolicy],
  frame: [framed, framePolicy],
  resized: [printedFrame + listens, resizePolicy],
  included: ['<!--#include virtual="/card" -->', serverPolicy],
  bare: [`${nonceTag}${element}`, "default-src 'none'"],
}

const folder = path.join(ground.folder, 'pages')
mkdirSync(folder)
for (const [file, [body]] of Object.entries(pages)) {
  writeFileSync(
    path.join(folder, `${file}.html`),
    `<!doctype html><html lang="nb"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>${file}</title><main><h1>Hvem vi selger til</h1>\n${body}\n<p>Under kortet.</p></main></html>`,
  )
}
const locations = Object.entries(pages).map(
  ([file, [, policy]]) => `location = /${file}.html {
    ssi on; sub_filter '{id}' $request_id;
    add_header Content-Security-Policy "${policy}";
    add_header X-Content-Type-Options nosniff;
  }`,
)
await startNginx(
  ground,
  port,
  `server { listen 127.0.0.1:${port}; root ${folder};
  ${locations.join('\n')}
  ${include.replace('location / { ssi on; }', '')}
}`,
)

const open = async (file: string, options: Parameters<typeof openWatched>[1] = {}, from = origin) => {
  const watched = await openWatched(browser, options)
  await watched.page.goto(`${from}/${file}.html`)
  return watched
}

/** The icon that a page without one is asked for is refused by its policy too. */
const ofOurs = (complaints: readonly string[]) => complaints.filter((text) => !text.includes('data:,'))

describe('a page of HTML on nginx', () => {
  test.for(['lazy', 'pinned', 'documented', 'nonce'])(
    '%s: shows the card under the policy that is documented, and no other',
    async (file) => {
      const { page, complaints, asked } = await open(file)
      await expect.poll(() => cardText(page)).toContain(name)
      expect(ofOurs(complaints)).toEqual([])
      expect(await sticksOut(page)).toBe(false)
      expect(asked.filter((address) => address.includes('/v1/widgets?'))).toHaveLength(1)
      expect(await page.evaluate(() => document.body.innerText)).toContain('Under kortet.')
      await picture(page, `nginx-${file}`)
      await page.context().close()
    },
  )

  test('the lazy loader fetches nothing more before a card comes near', async () => {
    const { page, asked } = await open('lazy', { viewport: { width: 400, height: 100 } })
    await page.evaluate(() => document.querySelector('h1')?.setAttribute('style', 'margin-top: 5000px'))
    expect(asked.filter((address) => address.endsWith('/loader.js'))).toHaveLength(1)
    await page.evaluate(() => scrollTo(0, 5000))
    await expect.poll(() => cardText(page)).toContain(name)
    await page.context().close()
  })

  test('nothing of it is needed to be allowed by chance: a stricter policy stops it', async () => {
    const { page, complaints } = await open('bare')
    await expect.poll(() => complaints.some((text) => text.includes('loader.js'))).toBe(true)
    expect(await cardText(page)).toBe('')
    await page.context().close()
  })

  test('without scripts the printed snippet has its link, the included card all its words', async () => {
    const without = { javaScriptEnabled: false }
    const { page } = await open('lazy', without)
    await page.getByRole('link', { name: slug }).waitFor()
    await page.context().close()
    const { page: included, complaints } = await open('included', without)
    await included.getByRole('heading', { name }).waitFor()
    await included.getByText('Slik hjelper vi').waitFor()
    expect(ofOurs(complaints)).toEqual([])
    const padding = await included
      .locator('pk-profile-card .frame')
      .evaluate((box) => getComputedStyle(box).paddingLeft)
    expect(Number.parseFloat(padding)).toBeGreaterThan(10)
    await picture(included, 'nginx-included')
    await included.context().close()
  })
})

describe('a frame in a page of another origin', () => {
  test('shows the card under frame-src alone', async () => {
    const { page, complaints } = await open('frame')
    await page.frameLocator('iframe').getByRole('heading', { name }).waitFor()
    expect(ofOurs(complaints)).toEqual([])
    expect(await page.locator('iframe').getAttribute('height')).toBe('560')
    await page.setViewportSize({ width: 320, height: 900 })
    expect(await sticksOut(page)).toBe(false)
    await picture(page, 'nginx-frame')
    await page.context().close()
  })

  test('follows the height of its card with the script that listens, also when it changes', async () => {
    const { page, complaints } = await open('resized')
    const frame = page.frameLocator('iframe')
    await frame.getByRole('heading', { name }).waitFor()
    const heights = async () => [
      await frame.locator('html').evaluate((html) => Math.round(html.getBoundingClientRect().height)),
      await page.locator('iframe').evaluate((each) => each.clientHeight),
    ]
    const follow = async () => {
      await expect.poll(async () => new Set(await heights()).size).toBe(1)
      return (await heights())[1] ?? 0
    }
    const wide = await follow()
    await picture(page, 'nginx-resized')
    await page.locator('iframe').evaluate((each) => each.setAttribute('width', '280'))
    await expect.poll(async () => (await heights())[1]).toBeGreaterThan(wide)
    await follow()
    await page.locator('iframe').evaluate((each) => each.setAttribute('width', '100%'))
    await expect.poll(async () => (await heights())[1]).toBe(wide)
    expect(ofOurs(complaints)).toEqual([])
    await page.context().close()
  })

  test('is empty in a page that the key is not for', async () => {
    const { page, complaints } = await open('frame', {}, stranger)
    await expect.poll(() => complaints.some((text) => text.includes('frame-ancestors'))).toBe(true)
    expect(await page.frameLocator('iframe').locator('pk-profile-card').count()).toBe(0)
    await page.context().close()
  })
})
