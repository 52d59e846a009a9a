import { expect, test } from 'vitest'
import { define } from './define.ts'

test('one plain script tag, twice, shows elements in a page with a strict CSP and Trusted Types', async () => {
  const frame = document.body.appendChild(document.createElement('iframe'))
  frame.style.cssText = 'width: 800px; height: 600px'
  frame.src = '/strict-page'
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  const page = frame.contentDocument
  const reports: string[] = []
  page?.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
    reports.push(violatedDirective),
  )
  const shown = (name: string) => page?.querySelector(name)?.shadowRoot?.querySelector('article')
  await expect
    .poll(() => shown('pk-profile-card')?.textContent, { timeout: 10_000 })
    .toContain('Regnskapskontorer i vekst')
  await expect
    .poll(() => shown('pk-fit-score')?.textContent)
    .toContain('Vestlandske Regnskapsførerforening SA')
  const name = shown('pk-profile-card')?.querySelector('.name')
  expect(name && getComputedStyle(name).fontFamily).toContain('Georgia')
  expect(reports).toEqual([])
  frame.remove()
})

test.for(['nb', 'sv', 'da', 'en'])(
  'every element runs in the strict page without a report: %s',
  async (locale) => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    frame.style.cssText = 'width: 800px; height: 6000px'
    frame.src = `/strict-page?lang=${locale}`
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
    const page = frame.contentDocument
    const reports: string[] = []
    page?.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
      reports.push(violatedDirective),
    )
    const shown = () =>
      [...(page?.querySelectorAll<HTMLElement>('body :not(pk-context)') ?? [])].map(
        (element) => element.shadowRoot?.querySelector('.frame')?.ariaBusy,
      )
    await expect.poll(shown, { timeout: 10_000 }).toEqual(Array.from({ length: 7 }, () => 'false'))
    expect(reports).toEqual([])
    frame.remove()
  },
)

test('the strict page does refuse what it should', async () => {
  const frame = document.body.appendChild(document.createElement('iframe'))
  frame.src = '/strict-page'
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  const body = frame.contentDocument?.body
  expect(() => {
    if (body) body.innerHTML = '<b>no</b>'
  }).toThrow('TrustedHTML')
  frame.remove()
})

test('registering a name twice keeps the first and does not throw', () => {
  class First extends HTMLElement {}
  class Second extends HTMLElement {}
  define('pk-test-twice', First)
  define('pk-test-twice', Second)
  expect(customElements.get('pk-test-twice')).toBe(First)
})
