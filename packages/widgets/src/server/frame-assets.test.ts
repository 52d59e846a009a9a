import { expect, test } from 'vitest'

async function openFrames(search: string) {
  const outer = document.body.appendChild(document.createElement('iframe'))
  outer.style.cssText = 'width: 800px; height: 3000px'
  outer.src = `/frame-page?${search}`
  await new Promise((resolve) => outer.addEventListener('load', resolve, { once: true }))
  const frames = [...(outer.contentDocument?.querySelectorAll('iframe') ?? [])]
  /** The height of each frame, of the card in it, and of the card's content. */
  const measure = () =>
    frames.map(({ contentWindow, contentDocument }) => {
      const card = contentDocument?.querySelector('pk-profile-card')
      const article = card?.shadowRoot?.querySelector('article')?.getBoundingClientRect()
      const box = card?.getBoundingClientRect()
      return {
        frame: contentWindow?.innerHeight ?? 0,
        card: Math.round(box?.height ?? -1),
        ground: Math.round(card?.shadowRoot?.querySelector('.frame')?.getBoundingClientRect().height ?? -1),
        spare: Math.round((box?.bottom ?? 0) - (article?.bottom ?? 0)),
      }
    })
  return { measure, close: () => outer.remove() }
}

test('a card in a frame fills it: no strip is left at its end', async () => {
  const { measure, close } = await openFrames('')
  const [long, short] = measure()
  expect(long?.card).toBeGreaterThanOrEqual(900)
  expect(short).toMatchObject({ frame: 900, card: 900, ground: 900 })
  close()
})

test('where the page around listens, the frame is as high as the card has to be', async () => {
  const { measure, close } = await openFrames('resize')
  await expect.poll(() => measure().every(({ frame }) => frame !== 900)).toBe(true)
  for (const { frame, card, spare } of measure()) {
    expect(Math.abs(frame - card)).toBeLessThanOrEqual(1)
    // The card's own padding, and nothing more.
    expect(spare).toBeLessThan(45)
  }
  const [long, short] = measure()
  expect(long?.frame).toBeGreaterThan(900)
  expect(short?.frame).toBeLessThan(500)
  close()
})
