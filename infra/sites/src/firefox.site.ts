import { freePort, startApi, startIntranet } from '@profilkort/e2e/processes'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { countRequests, elementsOf, launchFirefox, openPage, pictureOf } from './firefox/firefox.ts'
import { startGallery } from './gallery.ts'

const gallery = await startGallery()
const intranetPort = await freePort()
const api = await startApi({ env: { PORT: '0', INTRANET_ORIGIN: `http://127.0.0.1:${intranetPort}` } })
const intranet = await startIntranet({
  PORT: String(intranetPort),
  PROFILKORT_URL: api.url,
  PROFILKORT_SECRET_KEY: api.keys.secretKey,
  PROFILKORT_PUBLISHABLE_KEY: api.keys.publishableKey,
})
const firefox = await launchFirefox()

afterAll(async () => {
  await firefox.close()
  await intranet.stop()
  await api.stop()
  await gallery.stop()
})

/** Waits until every element is shown, and brings those in sight that wait for it. */
async function allShown(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      await page.evaluate(() => {
        for (const element of document.querySelectorAll('*'))
          if (element.localName.startsWith('pk-')) element.setAttribute('loading', 'eager')
      })
      return (await elementsOf(page)).filter(({ isBusy }) => isBusy)
    })
    .toEqual([])
}

/** The gallery's page with nothing in it, to put elements into. */
async function emptyPage(): Promise<Page> {
  const { page } = await openPage(firefox, gallery.url)
  await page.waitForFunction(() => customElements.get('pk-survey') !== undefined)
  await allShown(page)
  await page.evaluate(() => document.body.replaceChildren())
  return page
}

describe('every element in the gallery', () => {
  const said = {
    nb: [
      'Publisert',
      'Antall',
      'Fant ikke denne profilen',
      'Innholdet kan ikke hentes akkurat nå',
      'Vet ikke ennå',
    ],
    sv: ['Publicerad', 'Profilen hittades inte', 'Innehållet kan inte hämtas just nu', 'Vet inte än'],
    da: ['Udgivet', 'Profilen blev ikke fundet', 'Indholdet kan ikke hentes lige nu', 'Ved ikke endnu'],
    en: ['Published', 'This profile was not found', 'This cannot be fetched right now', 'Not known yet'],
  }
  test.for(Object.entries(said))('is shown in %s, without a complaint', async ([lang, words]) => {
    const { page, complaints } = await openPage(firefox, `${gallery.url}?lang=${lang}`)
    await allShown(page)
    const elements = await elementsOf(page)
    expect(new Set(elements.map(({ name }) => name)).size).toBe(7)
    expect(elements.length).toBeGreaterThan(20)
    const text = elements.map((element) => element.text).join('\n')
    for (const word of words) expect(text).toContain(word)
    expect(text).not.toMatch(/undefined|null|NaN|\{\d\}/)
    expect(complaints).toEqual([])
    await pictureOf(page, `firefox-gallery-${lang}`)
    await page.close()
  })

  test.for([200, 320, 1280])('sticks out of nothing at %i px', async (width) => {
    const { page } = await openPage(firefox, gallery.url, Math.max(width, 320))
    await page.evaluate((px) => {
      const main = document.querySelector('main') as HTMLElement
      main.style.cssText = `inline-size: ${px}px; padding: 0; margin: 0`
    }, width)
    await allShown(page)
    const out = await page.evaluate((px) => {
      const main = (document.querySelector('main') as HTMLElement).getBoundingClientRect()
      return [...document.querySelectorAll('*')]
        .filter(({ localName }) => localName.startsWith('pk-') && localName !== 'pk-context')
        .flatMap((element) => {
          const frame = element.shadowRoot?.querySelector('.frame') as HTMLElement
          const isWide = frame.getBoundingClientRect().right > Math.min(main.left + px, innerWidth) + 1
          return isWide || frame.scrollWidth > frame.clientWidth ? [element.outerHTML] : []
        })
    }, width)
    expect(out).toEqual([])
    await pictureOf(page, `firefox-gallery-${width}px`)
    await page.close()
  })

  test('is dark where the page is', async () => {
    const grounds = async (scheme: string) => {
      const { page } = await openPage(firefox, `${gallery.url}?scheme=${scheme}`)
      await allShown(page)
      await pictureOf(page, `firefox-gallery-${scheme}`)
      const found = await page.evaluate(() =>
        [...document.querySelectorAll('pk-profile-card, pk-fit-score, pk-pareto')].map((element) => {
          const frame = element.shadowRoot?.querySelector('.frame') as Element
          const { backgroundColor, color } = getComputedStyle(frame)
          return `${backgroundColor} ${color}`
        }),
      )
      await page.close()
      return [...new Set(found)]
    }
    expect(await grounds('light')).toEqual(['rgb(255, 254, 251) rgb(28, 40, 44)'])
    expect(await grounds('dark')).toEqual(['rgb(22, 29, 31) rgb(233, 238, 236)'])
  })
})

describe('an element', () => {
  let page: Page
  beforeEach(async () => {
    page = await emptyPage()
    return () => page.close()
  })

  test('twenty cards ask once', async () => {
    const before = await countRequests(page)
    await page.evaluate(async () => {
      const cards = Array.from({ length: 20 }, (_, index) => {
        const card = document.createElement('pk-profile-card')
        card.setAttribute('profile', index % 2 ? 'regnskapsforere-i-vekst' : `other-${index}`)
        card.setAttribute('loading', 'eager')
        return card
      })
      const all = cards.map((card) => new Promise((resolve) => card.addEventListener('pk-load', resolve)))
      document.body.append(...cards)
      await Promise.all(all)
    })
    expect((await countRequests(page)) - before).toBe(1)
  })

  test('asks when it comes in sight', async () => {
    const before = await countRequests(page)
    await page.evaluate(() => {
      const space = document.body.appendChild(document.createElement('div'))
      space.style.blockSize = '6000px'
      document.body.appendChild(document.createElement('pk-profile-card')).setAttribute('profile', 'far-away')
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await countRequests(page)) - before).toBe(0)
    await page.evaluate(() => scrollTo(0, 6000))
    await expect.poll(async () => (await countRequests(page)) - before).toBe(1)
  })

  test('tells what happened through shadow roots', async () => {
    const told = await page.evaluate(async () => {
      const next = () =>
        new Promise((resolve) => {
          for (const type of ['pk-load', 'pk-error'])
            addEventListener(type, (event) => resolve([type, (event as CustomEvent).detail.code]), {
              once: true,
            })
        })
      const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' })
      const show = (profile: string) => {
        const heard = next()
        const card = root.appendChild(document.createElement('pk-profile-card'))
        card.setAttribute('profile', profile)
        card.setAttribute('loading', 'eager')
        return heard
      }
      return [await show('regnskapsforere-i-vekst'), await show('missing'), await show('failing')]
    })
    expect(told).toEqual([
      ['pk-load', 'LOADED'],
      ['pk-load', 'NOT_FOUND'],
      ['pk-error', 'UNAVAILABLE'],
    ])
  })

  test('follows the language around it while it is shown; nynorsk is answered in bokmål', async () => {
    await page.evaluate(() => {
      const card = document.body.appendChild(document.createElement('pk-profile-card'))
      card.setAttribute('profile', 'regnskapsforere-i-vekst')
    })
    const text = async () => (await elementsOf(page))[0]?.text
    await expect.poll(text).toContain('Publisert 3. november 2026')
    for (const [lang, words] of [
      ['en', 'Published 3 November 2026'],
      ['nn', 'Publisert 3. november 2026'],
      ['sv-SE', 'Publicerad 3 november 2026'],
      ['da', 'Udgivet 3. november 2026'],
      ['nn-NO', 'Publisert 3. november 2026'],
    ] as const) {
      await page.evaluate((tag) => {
        document.documentElement.lang = tag
      }, lang)
      await expect.poll(text).toContain(words)
    }
  })

  test('is answered by the keyboard alone, which keeps its place', async () => {
    await page.evaluate(() => {
      const card = document.body.appendChild(document.createElement('pk-scorecard'))
      for (const [name, value] of Object.entries({
        customer: 'undecided',
        scorecard: 'ideal-customer',
        token: 'token',
      }))
        card.setAttribute(name, value)
      addEventListener('pk-answer', () => document.body.setAttribute('data-answered', ''))
    })
    const focused = () =>
      page.evaluate(() => {
        const inner = document.querySelector('pk-scorecard')?.shadowRoot?.activeElement
        return inner instanceof HTMLInputElement ? `${inner.type} ${inner.name} ${inner.value}` : ''
      })
    await page.waitForFunction(() =>
      document.querySelector('pk-scorecard')?.shadowRoot?.querySelector('input'),
    )
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('radio need 2')
    await page.keyboard.press('Tab')
    expect(await focused()).toMatch(/^text/)
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('radio timeline ')
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(() => document.body.hasAttribute('data-answered'))
    await expect.poll(async () => (await elementsOf(page))[0]?.text).toContain('Svaret er lagret')
  })
})

describe('the demo intranet', () => {
  test.for(['/', '/salg', '/partnere', '/salg?lang=en', '/partnere?lang=en'])(
    '%s is shown under its strict policy without a complaint',
    async (address) => {
      const { page, complaints } = await openPage(firefox, intranet.url + address)
      await allShown(page)
      for (const { text } of await elementsOf(page)) {
        expect(text).not.toBe('')
        expect(text).not.toMatch(
          /kan ikke vises her|cannot be shown here|lot seg ikke hente|could not be fetched/,
        )
      }
      // What is in sight at first, what this test brought in sight, what the page's token lets it see.
      expect(await countRequests(page)).toBeLessThanOrEqual(3)
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
      expect(complaints).toEqual([])
      await page.close()
    },
  )

  test('a customer’s fit is shown, and follows an answer', async () => {
    const { page, complaints } = await openPage(firefox, `${intranet.url}/kunder`)
    await Promise.all([page.waitForNavigation(), page.click('.customers a')])
    await allShown(page)
    const text = async () => (await elementsOf(page)).map((each) => each.text).join('\n')
    const known = async () => /(\d+) % av poengkortet er kjent/.exec(await text())?.[1]
    const before = await known()
    expect(before).toMatch(/\d/)
    await page.evaluate(() => {
      const radio = document
        .querySelector('pk-scorecard')
        ?.shadowRoot?.querySelectorAll<HTMLInputElement>('[type=radio]')
      radio?.item(radio.length - 1)?.click()
    })
    await expect.poll(text).toContain('Svaret er lagret')
    await expect.poll(known).not.toBe(before)
    expect(complaints).toEqual([])
    await pictureOf(page, 'firefox-customer')
    await page.close()
  })

  test('a card’s own page is shown without scripts of its own element', async () => {
    const address = `${api.url}/v1/cards/${encodeURIComponent(api.keys.publishableKey)}/sesongsteder`
    const { page, complaints } = await openPage(firefox, address)
    const text = () =>
      page.evaluate(() => document.querySelector('pk-profile-card')?.shadowRoot?.textContent ?? '')
    await expect.poll(text).toContain('Små sesongsteder')
    expect(complaints).toEqual([])
    await page.close()
  })

  test('is dark where the reader’s machine is', async () => {
    const dark = await launchFirefox('dark')
    const { page } = await openPage(dark, `${intranet.url}/salg`)
    await allShown(page)
    const brightness = await page.evaluate(() => {
      const frame = document.querySelector('pk-profile-card')?.shadowRoot?.querySelector('.frame') as Element
      const [red = 255] = /\d+/.exec(getComputedStyle(frame).backgroundColor) ?? []
      return Number(red)
    })
    await pictureOf(page, 'firefox-intranet-dark')
    await dark.close()
    expect(brightness).toBeLessThan(60)
  })
})
