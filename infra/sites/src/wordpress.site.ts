import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardText, launchChromium, openWatched, picture, sticksOut } from './chromium.ts'
import { startProduct } from './product.ts'
import { password, startWordPress } from './wordpress/wordpress.ts'

const product = await startProduct()
const browser = await launchChromium()
const site = await startWordPress(product.url)
const key = await product.keyFor(site.origin)
const slug = 'regnskapsforere-i-vekst'
const options = (server: string, keyText: string) =>
  `update_option('profilkort', array('server' => '${server}', 'key' => '${keyText}')); return get_option('profilkort_script');`

afterAll(async () => {
  await browser.close()
  await site.stop()
  await product.stop()
})

async function signedIn(user: string) {
  const watched = await openWatched(browser)
  const { page } = watched
  // Not the dashboard, which asks for news of the world and waits for them.
  const next = encodeURIComponent(`${site.origin}/wp-admin/profile.php`)
  await page.goto(`${site.origin}/wp-login.php?redirect_to=${next}`)
  await page.fill('#user_login', user)
  await page.fill('#user_pass', password)
  await page.click('#wp-submit')
  await page.waitForURL(/wp-admin/)
  return watched
}

describe('the settings', () => {
  const save = async (server: string, keyText: string) => {
    const { page, complaints } = await signedIn('admin')
    await page.goto(`${site.origin}/wp-admin/options-general.php?page=profilkort`)
    await page.fill('#profilkort-server', server)
    await page.fill('#profilkort-key', keyText)
    await Promise.all([page.waitForURL(/settings-updated/), page.click('#submit')])
    const told = (await page.locator('.notice, .settings-error').allTextContents()).map((text) =>
      text.replace(/\s+/g, ' ').trim(),
    )
    const kept = [await page.inputValue('#profilkort-server'), await page.inputValue('#profilkort-key')]
    await picture(page, `wordpress-settings-${told.length}-${keyText.slice(11, 15)}`)
    await page.context().close()
    return { told, kept, complaints }
  }

  test('are taken as a whole, and the address of anything on the server will do', async () => {
    const { told, kept, complaints } = await save(`${product.url}/widgets/v1/profilkort.js`, key)
    expect(told).toEqual([expect.stringContaining('Innstillinger lagret')])
    expect(kept).toEqual([product.url, key])
    expect(complaints).toEqual([])
    expect(site.php('return get_option("profilkort_script");')).toMatchObject({
      server: product.url,
      path: expect.stringMatching(/^\d+\.\d+\.\d+\/profilkort\.js$/),
      integrity: expect.stringMatching(/^sha384-/),
    })
  })

  test('an address that is none is told, and the old one stays', async () => {
    const { told, kept } = await save('profiler', key)
    expect(told).toEqual([expect.stringContaining('Dette er ikke adressen til en tjener')])
    expect(kept).toEqual([product.url, key])
  })

  test('a secret key is refused and not kept', async () => {
    const { told, kept } = await save(product.url, product.keys.secretKey)
    expect(told).toEqual([expect.stringContaining('Dette er en hemmelig nøkkel')])
    expect(kept).toEqual([product.url, key])
  })

  test.for([
    ['half a key', () => key.slice(0, 40), 'Dette er ikke en hel publiserbar nøkkel'],
    [
      'a key that nobody has',
      () => `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`,
      'Tjeneren kjenner ikke denne nøkkelen',
    ],
    [
      'a key of another site',
      () => product.keys.publishableKey,
      'svarer ikke sidene på http://wordpress.localhost',
    ],
  ] as const)('%s is told', async ([, text, message]) => {
    const { told } = await save(product.url, text())
    expect(told).toEqual([expect.stringContaining(message)])
  })

  test('a server that is not there is told', async () => {
    const { told } = await save('http://127.0.0.1:9', key)
    expect(told).toEqual([expect.stringContaining('Ingen Profilkort-tjener svarer på http://127.0.0.1:9')])
  })

  test('somebody who may not run the site does not see them', async () => {
    const { page } = await signedIn('bidragsyter')
    const answer = await page.goto(`${site.origin}/wp-admin/options-general.php?page=profilkort`)
    expect(answer?.status()).toBe(403)
    await page.context().close()
  })
})

describe('a page for visitors', () => {
  beforeAll(() => {
    site.php(options(product.url, key))
  })

  test.for([
    ['the block', `<!-- wp:profilkort/card {"profile":"${slug}"} /-->`],
    ['the shortcode', `<!-- wp:shortcode -->[profilkort profile="${slug}"]<!-- /wp:shortcode -->`],
  ] as const)(
    'shows the card by %s, by the pinned script, under a strict policy',
    async ([name, content]) => {
      const { page, complaints, asked } = await openWatched(browser)
      await page.goto(site.write(content))
      await expect.poll(() => cardText(page)).toContain('Regnskapsførere i vekst')
      expect(complaints).toEqual([])
      expect(await sticksOut(page)).toBe(false)
      const ours = asked.filter((address) => address.startsWith(product.url))
      expect(ours.filter((address) => address.endsWith('.js'))).toEqual([
        expect.stringMatching(/\/widgets\/v1\/\d+\.\d+\.\d+\/profilkort\.js$/),
      ])
      expect(ours.filter((address) => address.includes('/v1/widgets?'))).toHaveLength(1)
      expect(asked.filter((address) => /jquery/.test(address))).toEqual([])
      const script = page.locator('script[data-key]')
      expect(await script.getAttribute('integrity')).toMatch(/^sha384-/)
      expect(await script.getAttribute('crossorigin')).toBe('anonymous')
      await picture(page, `wordpress-${name.replace('the ', '')}`)
      await page.context().close()
    },
  )

  test('shows several cards with one request, and compares what has commas between', async () => {
    const { page, complaints, asked } = await openWatched(browser, {
      viewport: { width: 1280, height: 6000 },
    })
    await page.goto(
      site.write(`<!-- wp:profilkort/card {"profile":"${slug},sesongsteder","align":"wide"} /-->
<!-- wp:profilkort/card {"profile":"entreprenorer-med-orden","compact":true} /-->
<!-- wp:shortcode -->[profilkort profile="sesongsteder" compact]<!-- /wp:shortcode -->`),
    )
    await expect.poll(() => cardText(page, 2)).not.toBe('')
    expect(await page.locator('pk-profile-card[compact]').count()).toBe(2)
    expect(await cardText(page, 1)).not.toBe('')
    expect(asked.filter((address) => address.includes('/v1/widgets?'))).toHaveLength(1)
    expect(complaints).toEqual([])
    await picture(page, 'wordpress-several')
    await page.context().close()
  })

  test('without scripts there is a link to the card, which is a page of its own', async () => {
    const { page } = await openWatched(browser, { javaScriptEnabled: false })
    await page.goto(site.write(`<!-- wp:profilkort/card {"profile":"${slug}"} /-->`))
    await page.getByRole('link', { name: `Kundeprofil: ${slug}` }).click()
    await page.waitForURL(/\/v1\/cards\//)
    expect(await page.title()).toBe('Regnskapsførere i vekst')
    await page.context().close()
  })

  test('a pasted address becomes a frame as high as its card', async () => {
    const address = `${product.url}/v1/cards/${encodeURIComponent(key)}/${slug}`
    const { page, complaints } = await openWatched(browser)
    await page.goto(
      site.write(`<!-- wp:embed {"url":"${address}","type":"rich","providerNameSlug":"profilkort"} -->
<figure class="wp-block-embed is-type-rich is-provider-profilkort"><div class="wp-block-embed__wrapper">
${address}
</div></figure>
<!-- /wp:embed -->`),
    )
    const frame = page.frameLocator('iframe')
    await frame.getByRole('heading', { name: 'Regnskapsførere i vekst' }).waitFor()
    await expect.poll(() => page.locator('iframe').getAttribute('height')).not.toBe('560')
    const [inner, outer] = [
      await frame.locator('html').evaluate((html) => Math.round(html.getBoundingClientRect().height)),
      await page.locator('iframe').evaluate((element) => element.clientHeight),
    ]
    expect(Math.abs(inner - outer)).toBeLessThanOrEqual(4)
    expect(complaints).toEqual([])
    await picture(page, 'wordpress-pasted')
    await page.context().close()
  })

  test('what a contributor writes is text: it neither runs nor names anything but a profile', async () => {
    const contributor = site.php<number>('return get_user_by("login", "bidragsyter")->ID;')
    const hostile = [
      '<!-- wp:profilkort/card {"profile":"\\u0022\\u003e\\u003cimg src=x onerror=document.title=1\\u003e"} /-->',
      '<!-- wp:profilkort/card {"profile":["a"],"compact":"x"} /-->',
      "[profilkort profile='\"><img src=x onerror=document.title=1>']",
      '[profilkort profile="../../../graphql?x"]',
      '[profilkort profile="a,b,c,d,e" compact="yes\' onclick=\'document.title=1"]',
    ].join('\n\n')
    const { page, complaints } = await openWatched(browser)
    await page.goto(site.write(hostile, contributor))
    expect(await page.locator('main img, main [onclick], main [onerror]').count()).toBe(0)
    expect(await page.title()).not.toBe('1')
    const cards = await page
      .locator('pk-profile-card')
      .evaluateAll((all) => all.map((each) => each.outerHTML))
    expect(cards).toHaveLength(1)
    expect(cards[0]).toMatch(/^<pk-profile-card profile="a,b,c,d" class="profilkort-grows"><a /)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('a feed has the link alone', async () => {
    site.write(`<!-- wp:profilkort/card {"profile":"${slug}"} /-->`)
    const { page } = await openWatched(browser)
    const feed = (await (await page.goto(`${site.origin}/?feed=rss2`))?.text()) ?? ''
    await page.context().close()
    expect(feed).toContain(`Kundeprofil: ${slug}</a>`)
    expect(feed).not.toContain('<pk-profile-card')
  })
})

describe('the editor', () => {
  test('inserts the block, offers the published profiles and shows the card; what is saved is shown to visitors', async () => {
    site.php(options(product.url, key))
    const { page, complaints } = await signedIn('admin')
    await page.goto(`${site.origin}/wp-admin/post-new.php`)
    await page.waitForFunction(() => 'wp' in window && 'blocks' in (window as { wp: object }).wp)
    await page.evaluate(() => {
      const { wp } = window as unknown as { wp: WpForTests }
      wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false)
      wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('profilkort/card'))
    })
    const block = page.locator('[data-type="profilkort/card"]')
    await block.getByRole('combobox').first().fill('regnskap')
    await picture(page, 'wordpress-editor-choose')
    await page.getByRole('option', { name: new RegExp(slug) }).click()
    await expect.poll(() => cardText(page)).toContain('Regnskapsførere i vekst')
    await block.click()
    await page.getByLabel('Bare type, navn og sammendrag').check()
    await expect.poll(() => page.locator('pk-profile-card[compact]').count()).toBe(1)
    await picture(page, 'wordpress-editor')
    const saved = await page.evaluate(async () => {
      const { wp } = window as unknown as { wp: WpForTests }
      await wp.data.dispatch('core/editor').editPost({ title: 'Fra redigeringen', status: 'publish' })
      await wp.data.dispatch('core/editor').savePost()
      return wp.data.select('core/editor').getPermalink()
    })
    const { page: visitor, complaints: more } = await openWatched(browser)
    await visitor.goto(saved)
    await expect.poll(() => cardText(visitor)).toContain('Regnskapsførere i vekst')
    expect(await visitor.locator('pk-profile-card[compact]').count()).toBe(1)
    expect([...complaints, ...more]).toEqual([])
    await visitor.context().close()
    await page.context().close()
  })

  test('previews a pasted address, on the server’s own network and port', async () => {
    const { page } = await signedIn('admin')
    await page.goto(`${site.origin}/wp-admin/post-new.php`)
    const address = `${product.url}/v1/cards/${encodeURIComponent(key)}/${slug}`
    const preview = await page.evaluate(async (url) => {
      const { wp } = window as unknown as { wp: WpForTests }
      return wp.apiFetch<{ readonly html: string }>({
        path: `/oembed/1.0/proxy?url=${encodeURIComponent(url)}`,
      })
    }, address)
    expect(preview.html).toContain(` src="${address}" width="600" height="560"`)
    await page.context().close()
  })

  test('says in the reader’s language what is wrong where the server does not answer', async () => {
    site.php(options('http://127.0.0.1:9', key))
    const { page } = await signedIn('admin')
    await page.goto(`${site.origin}/wp-admin/post-new.php`)
    await page.evaluate(() => {
      const { wp } = window as unknown as { wp: WpForTests }
      wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false)
      wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('profilkort/card'))
    })
    await expect
      .poll(() => page.locator('[data-type="profilkort/card"]').innerText())
      .toContain('Profilkort-tjeneren svarte ikke')
    await page.context().close()
    site.php(options(product.url, key))
  })
})

test('a server that has been updated is followed within the hour, without a visitor waiting', () => {
  site.php(options(product.url, key))
  expect(
    site.php(`update_option('profilkort_script', array('server' => '${product.url}', 'path' => '0.0.1/profilkort.js', 'integrity' => 'sha384-old'));
      do_action('profilkort_refresh'); return array(get_option('profilkort_script')['path'], wp_get_schedule('profilkort_refresh'));`),
  ).toEqual([expect.stringMatching(/^[1-9]\d*\.\d+\.\d+\/profilkort\.js$/), 'hourly'])
})

test('without the plugin WordPress discovers what a pasted address is', async () => {
  site.php(
    `deactivate_plugins('profilkort/profilkort.php'); update_option('sites_allow_loopback', 1); return true;`,
  )
  const { page, complaints } = await openWatched(browser)
  await page.goto(site.write(`${product.url}/v1/cards/${encodeURIComponent(key)}/sesongsteder?locale=nb`))
  await page.frameLocator('iframe').getByRole('heading', { name: 'Små sesongsteder' }).waitFor()
  expect(complaints).toEqual([])
  await picture(page, 'wordpress-discovered')
  await page.context().close()
})

test('taken away, it leaves nothing behind', () => {
  expect(
    site.php(`uninstall_plugin('profilkort/profilkort.php'); global $wpdb;
      return array($wpdb->get_col("select option_name from $wpdb->options where option_name like '%profilkort%'"), wp_next_scheduled('profilkort_refresh'));`),
  ).toEqual([[], false])
})

test('nothing was complained of by PHP', () => {
  const lines = site.log().split('\n')
  expect(
    lines.filter(
      (line) =>
        /PHP (Notice|Warning|Deprecated|Fatal|Parse)/.test(line) &&
        /profilkort/.test(line.replaceAll(/profilkort-wordpress-\w+/g, '')),
    ),
  ).toEqual([])
})

/** What is used of the editor's own interface. */
interface WpForTests {
  readonly blocks: { createBlock(name: string): object }
  readonly apiFetch: <Answer>(options: { readonly path: string }) => Promise<Answer>
  readonly data: {
    dispatch(store: string): { readonly [action: string]: (...args: readonly unknown[]) => Promise<void> } & {
      set(scope: string, name: string, value: boolean): void
      insertBlocks(block: object): void
      editPost(edits: object): Promise<void>
      savePost(): Promise<void>
    }
    select(store: string): { getPermalink(): string }
  }
}
