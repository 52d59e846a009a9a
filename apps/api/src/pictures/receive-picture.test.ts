import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { startTestServer } from '../testing/server.ts'
import { bytesOf, fetchFrom, sendPicture } from './testing/send-picture.ts'

const server = await startTestServer()
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a33a3a' } })

/** A segment of a JPEG. */
function segment(marker: number, text: string): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(text.length + 2, 2)
  return Buffer.concat([head, Buffer.from(text, 'latin1')])
}

const insert = (file: Buffer, at: number, more: Buffer) =>
  Buffer.concat([file.subarray(0, at), more, file.subarray(at)])

/** Behind the first scan of a progressive JPEG. */
function afterFirstScan(file: Buffer): number {
  const scan = file.indexOf(Buffer.from([0xff, 0xda]))
  return file.indexOf(Buffer.from([0xff, 0xc4]), scan)
}

describe('nothing but its pixels is kept of a picture that says something', () => {
  const file = plain(300, 200).jpeg({ progressive: true }).toBuffer()
  test.each<[string, (file: Buffer) => Buffer]>([
    ['in a comment', (jpeg) => insert(jpeg, 2, segment(0xfe, 'HEMMELIG'))],
    ['as a preview', (jpeg) => insert(jpeg, 2, segment(0xe0, 'JFXX\0HEMMELIG'))],
    ['where colours are told', (jpeg) => insert(jpeg, 2, segment(0xee, 'Adobe HEMMELIG'.padEnd(20)))],
    ['between its scans', (jpeg) => insert(jpeg, afterFirstScan(jpeg), segment(0xe1, 'Exif\0\0HEMMELIG'))],
    ['after its end', (jpeg) => Buffer.concat([jpeg, Buffer.from('film HEMMELIG')])],
    ['in a second picture', (jpeg) => Buffer.concat([jpeg, insert(jpeg, 2, segment(0xe1, 'HEMMELIG'))])],
  ])('%s', async (_where, hide) => {
    const hiding = hide(await file)
    expect(hiding.toString('latin1')).toContain('HEMMELIG')
    const { status, body } = await sendPicture(server, hiding)
    expect(status).toBe(201)
    const kept = await bytesOf(server, body.path)
    expect(kept.toString('latin1')).not.toContain('HEMMELIG')
    expect((await sendPicture(server, kept)).body.hash).toBe(body.hash)
  })

  test('and one that says nothing is kept byte for byte, whatever program wrote it', async () => {
    for (const written of [
      await file,
      await plain(30, 20).jpeg().toBuffer(),
      await plain(30, 20).jpeg({ mozjpeg: true }).toBuffer(),
      await plain(30, 20).toColourspace('cmyk').jpeg().toBuffer(),
      await plain(30, 20).png().toBuffer(),
      await plain(30, 20).webp().toBuffer(),
    ]) {
      const { body } = await sendPicture(server, written)
      expect(await bytesOf(server, body.path)).toEqual(written)
    }
  })
})

test('a picture that moves stands still: its first picture is taken', async () => {
  const frames = await Promise.all(
    ['#ff0000', '#0000ff'].map((background) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  for (const file of [gif, await sharp(gif, { animated: true }).webp().toBuffer()]) {
    const { body } = await sendPicture(server, file)
    const kept = sharp(await bytesOf(server, body.path))
    expect((await kept.metadata()).pages ?? 1).toBe(1)
    const [red, , blue] = (await kept.stats()).channels
    expect(red?.mean).toBeGreaterThan(200)
    expect(blue?.mean).toBeLessThan(60)
  }
})

test('a picture does not grow past what may be sent by being taken in', async () => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const coarse = await sharp({
    create: { width: 2400, height: 1500, channels: 4, background: '#0000', noise },
  })
    .ensureAlpha(0.5)
    .webp({ quality: 60 })
    .withExif({ IFD0: { Copyright: 'HEMMELIG' } })
    .toBuffer()
  const { status, body } = await sendPicture(server, coarse)
  expect(status).toBe(201)
  expect(body.bytes).toBeLessThanOrEqual(10 * 1024 * 1024)
  expect((await sharp(await bytesOf(server, body.path)).metadata()).hasAlpha).toBe(true)
})

test.each([
  [100, 20_000],
  [20_000, 100],
])('a picture of %i by %i, longer than can be served in all forms, is refused', async (width, height) => {
  const { status, body } = await sendPicture(server, await plain(width, height).png().toBuffer())
  expect(status).toBe(400)
  expect(body.error.message).toMatch(/16383 pixels along a side/)
})

test('the longest picture is served in all forms', async () => {
  const { body } = await sendPicture(server, await plain(64, 16_383).png().toBuffer())
  for (const name of ['96.webp', '96.avif', '96.jpeg', 'square-96@50,50.webp'])
    expect((await fetchFrom(server, body.path.replace('original', name))).status, name).toBe(200)
})

test.each([
  ['without a boundary', 'multipart/form-data', 'x'],
  [
    'that is cut off',
    'multipart/form-data; boundary=a',
    '--a\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\nabc',
  ],
  [
    'without a file',
    'multipart/form-data; boundary=a',
    '--a\r\ncontent-disposition: form-data; name="x"\r\n\r\nabc\r\n--a--\r\n',
  ],
  ['that is none', 'application/json', '{}'],
])('a form %s is refused with what to send', async (_what, type, body) => {
  const response = await fetch(`${server.url}/v1/pictures`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.workspace.secretKey}`, 'content-type': type },
    body,
  })
  expect(response.status).toBe(400)
  expect(((await response.json()) as { error: { message: string } }).error.message).toMatch(
    /multipart\/form-data/,
  )
})
