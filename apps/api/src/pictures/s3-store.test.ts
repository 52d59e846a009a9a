import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import S3rver from 's3rver'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { startTestServer } from '../testing/server.ts'
import { readS3Options } from './s3-store.ts'
import { bytesOf, fetchFrom, sendPicture } from './testing/send-picture.ts'

const directory = mkdtempSync(path.join(os.tmpdir(), 'profilkort-s3-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

async function openStorage(port: number) {
  const configureBuckets = [{ name: 'pictures', configs: [] }]
  const storage = new S3rver({ port, address: '127.0.0.1', silent: true, directory, configureBuckets })
  return { storage, port: (await storage.run()).port }
}

test('a picture whose storage does not answer is still there, and deleted when it does', async () => {
  const { storage, port } = await openStorage(0)
  const server = await startTestServer({
    pictures: readS3Options(`http://S3RVER:S3RVER@127.0.0.1:${port}/pictures?region=eu-north-1`),
  })
  const file = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#a33a3a' } })
    .png()
    .toBuffer()
  const { body } = await sendPicture(server, file)
  const remove = () => server.ask(`mutation { pictureDelete(hash: "${body.hash}") { __typename } }`)
  await storage.close()
  expect((await remove()).body.errors?.[0]?.message).toMatch(/on our side/)
  const again = await openStorage(port)
  try {
    expect(await bytesOf(server, body.path)).toEqual(file)
    expect((await remove()).body.data.pictureDelete.__typename).toBe('PictureDeleteSuccess')
    expect((await fetchFrom(server, body.path)).status).toBe(404)
  } finally {
    await again.storage.close()
  }
})

test.each(['https://host/bucket', 'https://id:secret@host', 'pictures'])(
  'an address of a storage that lacks something, %s, is refused with how to write it',
  (address) => {
    expect(() => readS3Options(address)).toThrow(/Write it like https:/)
  },
)
