import { beforeEach, expect, test } from 'vitest'
import { freshPage, inside, read, told } from '../../testing/page.ts'
import type { ProfileCard } from '../profile-card/profile-card.element.ts'

beforeEach(freshPage)

test('five thousand on a page: what is out of sight costs little, and comes when it is scrolled to', async () => {
  const blocks: number[] = []
  const observer = new PerformanceObserver((list) =>
    blocks.push(...list.getEntries().map(({ duration }) => duration)),
  )
  observer.observe({ type: 'longtask' })
  const cards = Array.from({ length: 5_000 }, () => {
    const card = document.createElement('pk-profile-card')
    card.profile = 'regnskapsforere-i-vekst'
    return card
  })
  const [first, last] = [cards[0], cards.at(-1)] as [ProfileCard, ProfileCard]
  const shown = told(first)
  document.body.append(...cards)
  await shown
  const lastShown = told(last)
  last.scrollIntoView()
  await lastShown
  expect(read(inside(last, '[part=name]'))).toBe('Regnskapskontorer i vekst')
  expect(cards.filter(({ shadowRoot }) => shadowRoot?.childElementCount).length).toBeLessThan(50)
  // About 100 ms of making them all at once; each shown would be 2,000.
  expect(Math.max(...blocks, 0)).toBeLessThan(500)
  const gone = performance.now()
  document.body.replaceChildren()
  await new Promise((resolve) => setTimeout(resolve))
  expect(performance.now() - gone).toBeLessThan(500)
  observer.disconnect()
  scrollTo(0, 0)
})
