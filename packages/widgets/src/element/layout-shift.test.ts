import { expect, test } from 'vitest'

interface Page {
  readonly window: Window & { readonly shifts: number[] }
  readonly document: Document
  readonly close: () => void
}

async function open(search: string, width: number): Promise<Page> {
  const frame = document.body.appendChild(document.createElement('iframe'))
  frame.style.cssText = `width: ${width}px; height: 850px; border: 0`
  frame.src = `/plain-page?${search}`
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  return {
    window: frame.contentWindow as unknown as Page['window'],
    document: frame.contentDocument as Document,
    close: () => frame.remove(),
  }
}

/** Settles when the browser has drawn what there is and told what has moved. */
async function drawn({ window }: Page): Promise<void> {
  for (let frame = 0; frame < 3; frame++)
    await new Promise((resolve) => window.requestAnimationFrame(() => window.setTimeout(resolve)))
}

const score = ({ window }: Page) => window.shifts.reduce((sum, value) => sum + value, 0)
const isSettled = ({ document }: Page) =>
  [...document.querySelectorAll('body > :not(p)')].every(
    ({ shadowRoot }) => shadowRoot?.querySelector('.frame')?.ariaBusy === 'false',
  )

test.for([
  ['stacked', 900],
  ['columns', 3000],
  ['columns', 900],
  ['narrow', 900],
  ['narrow', 320],
] as const)(
  'nothing moves from the first paint to every element in every state: %s in %i px',
  async ([layout, width]) => {
    const page = await open(`layout=${layout}`, width)
    const below = page.document.querySelector('#below') as HTMLElement
    const before = below.offsetTop
    expect(before).toBeGreaterThan(200)
    await expect.poll(() => isSettled(page), { timeout: 15_000 }).toBe(true)
    await drawn(page)
    expect(below.offsetTop).toBe(before)
    expect(score(page)).toBe(0)
    page.close()
  },
)

test('a page does notice what moves', async () => {
  const page = await open('layout=stacked', 900)
  await expect.poll(() => isSettled(page)).toBe(true)
  await drawn(page)
  page.document.body.prepend(Object.assign(page.document.createElement('div'), { style: 'height: 300px' }))
  await drawn(page)
  expect(score(page)).toBeGreaterThan(0.05)
  page.close()
})
