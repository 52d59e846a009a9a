import { beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { comeToFront } from '../testing/browser.ts'
import { freshPage, inside, place, read, told } from '../testing/page.ts'

type Attributes = Readonly<Record<string, string>>

let before: HTMLButtonElement
let after: HTMLButtonElement
beforeEach(async () => {
  await comeToFront()
  await vi.waitUntil(() => {
    window.focus()
    return document.hasFocus()
  })
  freshPage()
  ;[before, after] = ['Before', 'After'].map((text) => {
    const button = document.createElement('button')
    button.textContent = text
    return button
  }) as [HTMLButtonElement, HTMLButtonElement]
})

/** An element between two buttons of the page, with what it loads. */
async function between<Name extends keyof HTMLElementTagNameMap & `pk-${string}`>(
  name: Name,
  attributes: Attributes,
) {
  document.body.append(before)
  const element = place(name, { token: 'token', scorecard: 'ideal-customer', ...attributes })
  document.body.append(after)
  await told(element)
  return element
}

function focused(): Element | null {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at
}

/** What a reader hears of a stop, which must show its focus. */
function describe(stop: Element | null): string {
  if (!stop) return 'nothing'
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(stop)
  expect(stop.matches(':focus-visible'), stop.outerHTML).toBe(true)
  expect([outlineStyle, outlineWidth], stop.outerHTML).toEqual(['solid', '2px'])
  expect(outlineColor).toBe('rgb(28, 95, 88)')
  const { top, bottom } = stop.getBoundingClientRect()
  expect(top < innerHeight && bottom > 0, 'in sight').toBe(true)
  const input = stop instanceof HTMLInputElement ? `${stop.type} ` : ''
  return `${stop.localName} ${input}${read(stop.closest('label') ?? stop)}`.trim()
}

/** The stops of the tab key from the button before to the button after, and back again the same ones. */
async function stops(): Promise<string[]> {
  before.focus()
  const found: string[] = []
  for (;;) {
    await userEvent.tab()
    if (focused() === after || found.length > 20) break
    found.push(describe(focused()))
  }
  const back: string[] = []
  for (;;) {
    await userEvent.tab({ shift: true })
    if (focused() === before || back.length > 20) break
    back.unshift(describe(focused()))
  }
  expect(back).toHaveLength(found.length)
  return found
}

test.for([
  ['pk-profile-card', { profile: 'regnskapsforere-i-vekst' }, []],
  ['pk-segment-size', { segment: 'growing' }, []],
  ['pk-survey', { survey: 'open' }, []],
  ['pk-pareto', {}, ['summary Vis tallene']],
  ['pk-profile-list', { href: '/{slug}' }, ['a Regnskapskontorer i vekst', 'a Sesongserveringssteder']],
  ['pk-profile-card', { profile: 'missing' }, []],
  ['pk-profile-card', { profile: 'failing' }, ['button Prøv igjen']],
  ['pk-profile-card', { profile: 'x', key: 'elsewhere' }, ['summary Detaljer']],
  ['pk-profile-card', { profile: 'x', paused: '' }, []],
  ['pk-fit-score', { customer: 'yes', token: 'expired' }, ['button Last siden på nytt']],
] as const)('the tab key goes through and back: %s %o', async ([name, attributes, expected]) => {
  await between(name, attributes)
  expect(await stops()).toEqual(expected)
})

test('a score: each criterion is a stop, Enter opens it and Space closes it', async () => {
  const score = await between('pk-fit-score', { customer: 'undecided' })
  const found = await stops()
  expect(found).toHaveLength(5)
  expect(found[0]).toBe('summary Bransje 4 av 4')
  await userEvent.tab()
  const [first] = score.shadowRoot?.querySelectorAll('details') ?? []
  await userEvent.keyboard('{Enter}')
  expect(first?.open).toBe(true)
  await userEvent.keyboard(' ')
  expect(first?.open).toBe(false)
})

test('a curve: Enter shows its figures', async () => {
  const pareto = await between('pk-pareto', {})
  before.focus()
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(inside(pareto, 'table').checkVisibility()).toBe(true)
})

test('a list: Enter follows the link', async () => {
  const list = await between('pk-profile-list', { href: '/{slug}' })
  const followed: string[] = []
  list.shadowRoot?.addEventListener('click', (event) => {
    event.preventDefault()
    followed.push((event.target as HTMLAnchorElement).pathname)
  })
  before.focus()
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(followed).toEqual(['/regnskapsforere-i-vekst'])
})

test('a comparison wider than its place: the arrow keys scroll it', async () => {
  document.body.style.width = '260px'
  const card = await between('pk-profile-card', { profile: 'regnskapsforere-i-vekst,sesongserveringssteder' })
  expect(await stops()).toHaveLength(1)
  await userEvent.tab()
  const region = inside(card, '.compare')
  expect(region.scrollWidth).toBeGreaterThan(region.clientWidth)
  await userEvent.keyboard('{ArrowRight}')
  await expect.poll(() => region.scrollLeft).toBeGreaterThan(0)
  document.body.removeAttribute('style')
})

test('a scorecard: one stop for each question, arrows choose, a note is a stop of its own', async () => {
  const card = await between('pk-scorecard', { customer: 'undecided' })
  expect(await stops()).toEqual([
    'input radio Dette kvartalet',
    'input text Hvorfor?',
    'input radio Vet ikke ennå',
    'input text Hvorfor?',
  ])
  before.focus()
  for (let stop = 0; stop < 3; stop++) await userEvent.tab()
  const kept = new Promise((resolve) => card.addEventListener('pk-answer', resolve, { once: true }))
  await userEvent.keyboard('{ArrowDown}')
  await kept
  expect(describe(focused())).toBe('input radio Ikke i år')
  expect(read(inside(card, '[part=status]'))).toBe('Svaret er lagret')
  await userEvent.tab()
  expect(describe(focused())).toBe('input text Hvorfor?')
})

test('a failure: Space tries again, and focus stays in the element', async () => {
  const card = await between('pk-profile-card', { profile: `flaky-${Math.random()}` })
  before.focus()
  await userEvent.tab()
  const shown = told(card)
  await userEvent.keyboard(' ')
  expect(await shown).toMatchObject({ code: 'LOADED' })
  await expect.poll(() => focused()?.getAttribute('part')).toBe('frame')
  await userEvent.tab()
  expect(focused()).toBe(after)
})

test('no access: Enter opens what the web team needs', async () => {
  const card = await between('pk-profile-card', { profile: 'x', key: 'elsewhere' })
  before.focus()
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(inside(card, 'code').checkVisibility()).toBe(true)
})
