import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { basicProfile, profileEditor } from '../testing/profiles.ts'
import { startTestServer } from '../testing/server.ts'
import { fetchFrom, sendPicture } from './testing/send-picture.ts'

const inDatabase = await startTestServer()
const folder = mkdtempSync(path.join(os.tmpdir(), 'profilkort-s3-'))
const storage = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: folder,
  configureBuckets: [{ name: 'pictures', configs: [] }],
})
const { port } = await storage.run()
afterAll(async () => {
  await storage.close()
  rmSync(folder, { recursive: true, force: true })
})
const inS3 = await startTestServer({
  pictures: {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket: 'pictures',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  },
})

/** Left half red, right half blue, so that a crop shows where it was taken. */
function halves(width = 800, height = 400) {
  const red = { create: { width: width / 2, height, channels: 3 as const, background: '#ff0000' } }
  const ground = { create: { width, height, channels: 3 as const, background: '#0000ff' } }
  return sharp(ground).composite([{ input: red, left: 0, top: 0 }])
}

const sizeOf = async (response: Response) => sharp(Buffer.from(await response.arrayBuffer())).metadata()

describe.each([
  ['the database', inDatabase],
  ['S3-compatible storage', inS3],
])('pictures kept in %s', (_where, server) => {
  test('come in once, upright and without a word of where they were taken', async () => {
    const file = await halves()
      .jpeg()
      .withExif({ IFD0: { Copyright: 'HEMMELIG' }, IFD3: { GPSLatitude: '60/1 23/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    expect(file.toString('latin1')).toContain('Exif')
    const { status, body } = await sendPicture(server, file, 'bilde.png')
    expect(status).toBe(201)
    expect(body).toMatchObject({ type: 'image/jpeg', width: 400, height: 800 })
    expect((await sendPicture(server, file)).body.hash).toBe(body.hash)
    const original = await fetchFrom(server, body.path)
    const kept = Buffer.from(await original.arrayBuffer())
    expect(kept.toString('latin1')).not.toMatch(/Exif|HEMMELIG/)
    expect((await sharp(kept).metadata()).exif).toBeUndefined()
    expect(
      (await sendPicture(server, kept)).body.hash,
      'what was kept is the same picture when it is sent again',
    ).toBe(body.hash)
  })

  test('are served in sizes and forms, for good, to anybody who has the address', async () => {
    const { body } = await sendPicture(server, await halves(1000, 500).png().toBuffer())
    const base = body.path.replace('/original', '')
    for (const [name, format, width] of [
      ['384.webp', 'webp', 384],
      ['96.jpeg', 'jpeg', 96],
      ['192.avif', 'heif', 192],
      ['1536.webp', 'webp', 1000],
    ] as const) {
      for (const round of [1, 2]) {
        const response = await fetchFrom(server, `${base}/${name}`)
        expect(response.headers.get('cache-control'), `${name} ${round}`).toBe(
          'public, max-age=31536000, immutable',
        )
        expect(response.headers.get('x-content-type-options')).toBe('nosniff')
        expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
        expect(await sizeOf(response)).toMatchObject({ format, width })
      }
    }
    const etag = (await fetchFrom(server, `${base}/96.jpeg`)).headers.get('etag') ?? ''
    expect((await fetchFrom(server, `${base}/96.jpeg`, { 'if-none-match': etag })).status).toBe(304)
    const tagOf = (name: string) => ({ 'if-none-match': etag.replace('96.jpeg', name) })
    const unknown = `${base.slice(0, -4)}0000`
    expect((await fetchFrom(server, `${base}/97.webp`, tagOf('97.webp'))).status).toBe(404)
    expect((await fetchFrom(server, `${unknown}/96.jpeg`, tagOf('96.jpeg'))).status).toBe(404)
    for (const name of ['97.webp', '384.svg', 'square-96@10,10.webp', '..%2f..'])
      expect((await fetchFrom(server, `${base}/${name}`)).status, name).toBe(404)
    expect((await fetchFrom(server, `${base.slice(0, -4)}0000/96.jpeg`)).status).toBe(404)
  })

  test('are cropped around what has to stay in sight', async () => {
    const { body } = await sendPicture(server, await halves().png().toBuffer())
    const move = async (x: number) => {
      const answer = await server.ask(
        `mutation ($hash: String!, $x: Int!) { pictureUpdate(hash: $hash, focalPoint: { x: $x, y: 50 }) {
          ... on PictureUpdateSuccess { picture { path(width: 96, format: JPEG, square: true) } } ... on Problem { message } } }`,
        { variables: { hash: body.hash, x } },
      )
      return answer.body.data.pictureUpdate
    }
    const colour = async (address: string) => {
      const image = sharp(Buffer.from(await (await fetchFrom(server, address)).arrayBuffer()))
      const [red, , blue] = (await image.stats()).channels
      return (red?.mean ?? 0) > (blue?.mean ?? 0) ? 'red' : 'blue'
    }
    const left = (await move(0)).picture.path
    expect(await colour(left)).toBe('red')
    expect(await colour((await move(100)).picture.path)).toBe('blue')
    expect(await colour(left), 'an address that was given out stays').toBe('red')
    expect((await move(101)).message).toMatch(/0 to 100/)
  })

  test('are not deleted while a profile shows them, and gone in all sizes after', async () => {
    const { body } = await sendPicture(server, await halves(300, 300).webp().toBuffer())
    const editor = profileEditor(server.ask)
    const { profile } = await editor.create(
      basicProfile('vist', { picture: { hash: body.hash, alt: { nb: 'To farger' } } }),
    )
    const remove = async () =>
      (
        await server.ask(
          'mutation ($hash: String!) { pictureDelete(hash: $hash) { __typename ... on InUse { users { name } } } }',
          { variables: { hash: body.hash } },
        )
      ).body.data.pictureDelete
    expect(await remove()).toEqual({ __typename: 'InUse', users: [{ name: 'vist' }] })
    await editor.update(profile.id, 1, { picture: null })
    expect((await fetchFrom(server, body.path)).status).toBe(200)
    expect((await remove()).__typename).toBe('PictureDeleteSuccess')
    expect((await fetchFrom(server, body.path)).status).toBe(404)
    expect((await remove()).__typename).toBe('NotFound')
  })
})

test('a picture that is going to be published is kept for it', async () => {
  const { body } = await sendPicture(inDatabase, await halves(310, 300).png().toBuffer())
  const editor = profileEditor(inDatabase.ask)
  const { profile } = await editor.create(basicProfile('senere', { picture: { hash: body.hash } }))
  const run = async (mutation: string) =>
    (await inDatabase.ask(`mutation { result: ${mutation} }`)).body.data.result
  const { release } = await run(
    `releaseCreate(input: { name: "Vår", items: [{ profile: "${profile.id}" }] }) { ... on ReleaseCreateSuccess { release { id } } }`,
  )
  await editor.update(profile.id, 1, { picture: null })
  const remove = `pictureDelete(hash: "${body.hash}") { __typename }`
  expect(await run(remove)).toEqual({ __typename: 'InUse' })
  await run(`releaseCancel(id: "${release.id}", expectedRevision: 1) { __typename }`)
  expect(await run(remove)).toEqual({ __typename: 'PictureDeleteSuccess' })
})

test('an `img` is offered the widths that differ, by what they are', async () => {
  const { body } = await sendPicture(inDatabase, await halves(300, 200).png().toBuffer())
  const answer = await inDatabase.ask(`{ picture(hash: "${body.hash}") { srcset } }`)
  const widths = (answer.body.data.picture.srcset as string).split(', ').map((each) => each.split('/').at(-1))
  expect(widths).toEqual(['96.webp 96w', '192.webp 192w', '384.webp 300w'])
})

test.each([
  ["a text with a picture's name", Buffer.from('hello'.repeat(100))],
  [
    'a picture that is cut off',
    halves()
      .jpeg()
      .toBuffer()
      .then((file) => file.subarray(0, file.length / 2)),
  ],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>')],
  ['nothing', Buffer.alloc(0)],
  [
    'more pixels than anybody needs',
    sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer(),
  ],
])('%s is refused with what to send', async (_what, file) => {
  const { status, body } = await sendPicture(inDatabase, await file)
  expect(status).toBe(400)
  expect(body.error.message).toMatch(/Send a whole picture/)
})

test('a file that is too large, a key that may not and another workspace are refused', async () => {
  const large = await sendPicture(inDatabase, Buffer.alloc(10 * 1024 * 1024 + 1))
  expect(large.status).toBe(400)
  expect(large.body.error.message).toMatch(/larger than 10 MB/)
  expect(
    (await sendPicture(inDatabase, Buffer.from('x'), 'x.png', inDatabase.workspace.publishableKey)).status,
  ).toBe(403)
  const { body } = await sendPicture(inDatabase, await halves(90, 90).png().toBuffer())
  const other = await inDatabase.makeWorkspace()
  const query = `{ picture(hash: "${body.hash}") { hash } pictures { nodes { hash } } }`
  expect((await inDatabase.ask(query, { key: other.secretKey })).body.data).toEqual({
    picture: null,
    pictures: { nodes: [] },
  })
  const unknown = await profileEditor(inDatabase.ask).create(
    basicProfile('uten', { picture: { hash: 'a'.repeat(64) } }),
  )
  expect(unknown.problems?.[0]?.message).toMatch(/Upload it to \/v1\/pictures first/)
})

test('who has no picture has initials', async () => {
  const response = await fetchFrom(inDatabase, '/avatars/vekst.svg?name=Regnskap%20%3Cscript%3E')
  expect(response.headers.get('content-type')).toContain('image/svg+xml')
  expect(await response.text()).toMatch(/>RS<\/text>/)
  const etag = response.headers.get('etag') ?? ''
  const again = (seed: string) =>
    fetchFrom(inDatabase, `/avatars/${seed}.svg?name=Regnskap%20%3Cscript%3E`, { 'if-none-match': etag })
  expect((await again('vekst')).status).toBe(304)
  expect((await again('drift')).status, 'another ground is another picture').toBe(200)
  expect((await fetchFrom(inDatabase, '/avatars/vekst.svg?name=a&name=b')).status).toBe(200)
})
