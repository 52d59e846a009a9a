import { beforeEach, expect, test } from 'vitest'
import { freshPage, inside, place, told } from '../../testing/page.ts'

beforeEach(() => {
  document.body.removeAttribute('style')
  freshPage()
})

const widths = [200, 320, 860] as const

test.for(widths)('nothing sticks out at %i px', async (width) => {
  document.body.style.width = `${width}px`
  const card = place('pk-profile-card', { profile: 'regnskapsforere-i-vekst' })
  const score = place('pk-fit-score', { customer: 'undecided', scorecard: 'ideal-customer', token: 'token' })
  await Promise.all([told(card), told(score)])
  for (const element of [card, score]) {
    const frame = inside(element, '[part=frame]')
    expect(frame.getBoundingClientRect().width).toBeLessThanOrEqual(width)
    expect(frame.scrollWidth).toBeLessThanOrEqual(frame.clientWidth)
  }
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
