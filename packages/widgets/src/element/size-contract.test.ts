import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshPage, place, told } from '../../testing/page.ts'
import { sizeContract } from './size-contract.ts'

const sheet = new CSSStyleSheet()
beforeEach(() => {
  freshPage()
  sheet.replaceSync(sizeContract())
  document.adoptedStyleSheets = [sheet]
})
afterEach(() => {
  document.adoptedStyleSheets = []
  document.body.removeAttribute('style')
})

const layouts = {
  stacked: ['', 900],
  'ten columns': ['display: grid; grid-template-columns: repeat(10, 1fr)', 3000],
  'at 320 px': ['', 320],
} as const

test.for(Object.entries(layouts))('nothing moves with the size contract: %s', async ([, [style, width]]) => {
  const shifts: PerformanceEntry[] = []
  const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()))
  observer.observe({ type: 'layout-shift' })
  document.body.style.cssText = `${style}; width: ${width}px`
  const elements = [
    place('pk-profile-card', { profile: 'regnskapsforere-i-vekst' }),
    place('pk-profile-card', { profile: 'failing' }),
    place('pk-fit-score', { customer: 'undecided', scorecard: 'x', token: 'token' }),
    place('pk-profile-list', {}),
  ]
  const below = document.body.appendChild(document.createElement('p'))
  below.textContent = 'Under'
  const before = below.getBoundingClientRect().top
  await Promise.all(elements.map(told))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(below.getBoundingClientRect().top).toBe(before)
  expect(shifts).toEqual([])
  observer.disconnect()
})
