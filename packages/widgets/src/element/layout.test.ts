import { locales } from '@profilkort/domain/locales/locale'
import { beforeEach, expect, test } from 'vitest'
import { freshPage, inside, place, told } from '../../testing/page.ts'
import { everyState } from '../../testing/states.ts'

beforeEach(() => {
  document.body.removeAttribute('style')
  freshPage()
})

const widths = [200, 320, 860] as const

const spacings = {
  '': '',
  ', spaced': 'letter-spacing: .12em; word-spacing: .16em; line-height: 1.5',
} as const

test.for(
  locales.flatMap((locale) =>
    widths.flatMap((width) =>
      Object.entries(spacings).map(([name, style]) => ({ locale, width, name, style })),
    ),
  ),
)('nothing sticks out or is cut off: $locale, $width px$name', async ({ locale, width, style }) => {
  document.documentElement.lang = locale
  document.body.style.cssText = `width: ${width}px; ${style}`
  const all = everyState.filter(({ state }) => state !== 'loading')
  const elements = all.map(({ name, state, attributes }) =>
    Object.assign(place(name, attributes), { id: `${name}-${state}` }),
  )
  await Promise.all(elements.map(told))
  const problems = elements.flatMap((element) => {
    for (const details of element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true
    const frame = inside(element, '[part=frame]')
    const { right } = frame.getBoundingClientRect()
    const sticksOut = frame.getBoundingClientRect().width > width || frame.scrollWidth > frame.clientWidth
    // A comparison scrolls sideways in a region of its own.
    const cut = [...frame.querySelectorAll('*:not(.compare *)')].filter(
      (part) => part.getBoundingClientRect().right > right + 0.5,
    )
    return sticksOut || cut.length > 0
      ? [`${element.id} ${cut.map(({ outerHTML }) => outerHTML).join()}`]
      : []
  })
  expect(problems).toEqual([])
})

test.for([
  ['pk-profile-card', 'missing', 860],
  ['pk-profile-card', 'failing', 320],
  ['pk-fit-score', 'missing', 860],
  ['pk-fit-score', 'failing', 320],
] as const)(
  'the page below does not move from loading to what %s has to say: %s, %i px',
  async ([name, wanted, width]) => {
    document.body.style.width = `${width}px`
    const card = place(name, {
      profile: wanted,
      customer: wanted,
      scorecard: 'ideal-customer',
      token: 'token',
    })
    const below = document.body.appendChild(document.createElement('p'))
    await card.updateComplete
    const before = below.getBoundingClientRect().top
    await told(card)
    expect(below.getBoundingClientRect().top).toBe(before)
  },
)

test('the page below does not move at all where the page keeps the height free', async () => {
  const shifts: PerformanceEntry[] = []
  const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()))
  observer.observe({ type: 'layout-shift' })
  const style = document.body.appendChild(document.createElement('style'))
  style.textContent = 'pk-fit-score { --pk-min-height: 60rem }'
  const score = place('pk-fit-score', { customer: 'undecided', scorecard: 'ideal-customer', token: 'token' })
  const below = document.body.appendChild(document.createElement('p'))
  below.textContent = 'Under'
  await score.updateComplete
  const before = below.getBoundingClientRect().top
  await told(score)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(below.getBoundingClientRect().top).toBe(before)
  expect(shifts).toEqual([])
  observer.disconnect()
})

test('right to left the layout turns and numbers do not', async () => {
  document.body.dir = 'rtl'
  const score = place('pk-fit-score', { customer: 'yes', scorecard: 'ideal-customer', token: 'token' })
  await told(score)
  const points = inside(score, '.criterion-points')
  const range = document.createRange()
  const text = [...points.childNodes].find((node) => node instanceof Text && node.data.trim() !== '')
  const leftOf = (index: number) => {
    if (text === undefined) throw new Error('There are no points')
    range.setStart(text, index)
    range.setEnd(text, index + 1)
    return range.getBoundingClientRect().left
  }
  expect(leftOf(0)).toBeLessThan(leftOf(5)) // "4 av 4"
  expect(points.getBoundingClientRect().left).toBeLessThan(
    inside(score, '.mark').getBoundingClientRect().left,
  )
  document.body.dir = ''
})
