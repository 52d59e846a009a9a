import { readElements } from '@profilkort/widgets/manifest'
import { elementPages } from '@profilkort/widgets/pages/all-pages'
import type { Page } from 'playwright'
import { afterAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type Api, startApi } from './processes.ts'

const browser = await launchBrowser()
const api: Api = await startApi({ args: ['--empty'], env: { PORT: '0' } })
afterAll(async () => {
  await browser.close()
  await api.stop()
})

/** The live page of an element, all of it in sight, and what its console complains of. */
async function open(tag: string): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 12_000 } })
  page.setDefaultTimeout(5_000)
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => complaints.push(message.text()))
  const response = await page.goto(`${api.url}/widgets/docs/${tag}`)
  expect(response?.headers()['content-security-policy']).toContain(
    "default-src 'none'; script-src 'self' 'nonce-",
  )
  return { page, complaints }
}

describe.each(Object.entries(elementPages))('%s', async (tag, { examples }) => {
  const { page, complaints } = await open(tag)
  const sections = page.locator('.example')
  afterAll(() => page.close())

  test.each(examples.map((example, index) => [example.title, index, example] as const))(
    'does what it says: %s',
    async (title, index, { clicks, shows, hides = [], tells }) => {
      const section = sections.nth(index)
      expect(await section.getByRole('heading', { level: 2 }).first().textContent()).toBe(title)
      const live = section.locator('.live')
      if (clicks !== undefined) await live.getByText(clicks, { exact: true }).first().click()
      const told = async () => (await section.locator('.told code').allTextContents()).toSorted()
      await expect.poll(told).toEqual([...tells])
      for (const text of shows) await live.getByText(text).filter({ visible: true }).first().waitFor()
      for (const text of hides)
        expect(await live.getByText(text).filter({ visible: true }).count(), text).toBe(0)
    },
  )

  test('its parts and slots are those of the manifest', async () => {
    const described = readElements().find(({ tagName }) => tagName === tag)
    const names = (list: readonly { readonly name: string }[] = []) => list.map(({ name }) => name)
    const inside = (selector: string, attribute: string) =>
      page
        .locator(`.live ${tag}`)
        .evaluateAll(
          (found, [selector, attribute]) =>
            found.flatMap(({ shadowRoot }) =>
              [...(shadowRoot?.querySelectorAll(selector) ?? [])].map(
                (one) => one.getAttribute(attribute) ?? '',
              ),
            ),
          [selector, attribute] as const,
        )
    const seen = await inside('[part]', 'part')
    expect(names(described?.cssParts)).toEqual(expect.arrayContaining([...seen]))
    const passing = ['skeleton', 'button', 'notice']
    expect([...seen, ...passing]).toEqual(expect.arrayContaining(names(described?.cssParts)))
    const slots = await inside('slot[name]', 'name')
    expect(names(described?.slots)).toEqual(expect.arrayContaining(slots))
  })

  test('nothing is complained of', () => expect(complaints).toEqual([]))
})

test('what is no element has no page', async () => {
  const answer = await fetch(`${api.url}/widgets/docs/pk-nothing`)
  expect(answer.status).toBe(404)
  const first = await (await fetch(`${api.url}/widgets/docs`)).text()
  expect(first).toContain('<h1>pk-profile-card</h1>')
  expect(first).not.toContain('{nonce}')
})
