import { beforeEach, expect, test } from 'vitest'
import { comeToFront } from '../../testing/browser.ts'

const slug = 'regnskapsforere-i-vekst'

beforeEach(() => document.body.replaceChildren())

interface Opened {
  readonly window: Window & typeof globalThis
  readonly close: () => void
}

/** A page in a frame, in sight as a whole. */
async function openFrame(search: string): Promise<Opened> {
  const frame = document.body.appendChild(document.createElement('iframe'))
  frame.style.cssText = 'width: 800px; height: 850px; border: 0'
  frame.src = `/plain-page?${search}`
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  return { window: frame.contentWindow as Opened['window'], close: () => frame.remove() }
}

async function openTab(search: string): Promise<Opened> {
  const tab = window.open(`/plain-page?${search}`) as Opened['window'] | null
  if (tab === null) throw new Error('The browser opened no tab')
  await expect.poll(() => tab.document.URL.includes('plain-page') && tab.document.readyState).toBe('complete')
  return { window: tab, close: () => tab.close() }
}

async function settled({ window }: Opened, count: number): Promise<void> {
  const settledOnes = () =>
    [...window.document.querySelectorAll('pk-profile-card')].filter(
      ({ shadowRoot }) => shadowRoot?.querySelector('.frame')?.ariaBusy === 'false',
    ).length
  await expect.poll(settledOnes, { timeout: 10_000 }).toBe(count)
}

const fetched = ({ window }: Opened, part: string) =>
  window.performance.getEntriesByType('resource').filter(({ name }) => name.includes(part)).length

/** The statuses that the server has answered a key with. */
async function statuses(key: string): Promise<readonly number[]> {
  const all = (await (await fetch('/answered.json')).json()) as readonly { key: string; status: number }[]
  return all.filter((one) => one.key === key).map(({ status }) => status)
}

const newKey = () => `profilkort_publishable_cached${Math.random()}`

// The script may come while the browser still reads the page, which is then asked for in two goes or three.
test.for([
  ['a hundred different ones', 100, 'kort-{n}', 3],
  ['the same one a hundred times', 100, slug, 3],
  ['five hundred different ones', 500, 'et-kort-med-en-ganske-lang-adresse-{n}', 7],
] as const)('%s: one script and few requests', async ([, count, slugs, most]) => {
  const page = await openFrame(`cards=${count}&slug=${slugs}&key=${newKey()}`)
  await settled(page, count)
  expect(fetched(page, 'profilkort.js')).toBe(1)
  expect(fetched(page, '/v1/widgets')).toBeGreaterThan(0)
  expect(fetched(page, '/v1/widgets')).toBeLessThanOrEqual(most)
  page.close()
})

test('loaded again, a page asks for nothing or hears that nothing has changed', async () => {
  const key = newKey()
  const page = await openFrame(`cards=100&slug=${slug}&key=${key}`)
  await settled(page, 100)
  expect(await statuses(key)).toEqual([200])
  for (let again = 0; again < 2; again++) {
    page.window.location.reload()
    await expect.poll(() => page.window.document.readyState).toBe('complete')
    await settled(page, 100)
  }
  const [, ...later] = await statuses(key)
  expect(later.every((status) => status === 304)).toBe(true)
  page.close()
})

test('what one tab was answered serves the others', async () => {
  const key = newKey()
  const search = `cards=3&slug=${slug}&key=${key}`
  const first = await openTab(search)
  await settled(first, 3)
  const second = await openTab(search)
  await settled(second, 3)
  const [, ...later] = await statuses(key)
  expect(later.every((status) => status === 304)).toBe(true)
  const [entry] = second.window.performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.includes('/v1/widgets')) as PerformanceResourceTiming[]
  // Nothing, or the head of an answer that says that nothing has changed.
  expect(entry?.transferSize).toBeLessThanOrEqual(300)
  for (const tab of [first, second]) tab.close()
  await expect.poll(() => first.window.closed && second.window.closed).toBe(true)
  await comeToFront()
})
