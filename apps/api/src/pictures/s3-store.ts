import type { S3Client } from '@aws-sdk/client-s3'
import type { FileName, PictureStore } from './store.ts'

/** An S3-compatible storage. */
export interface S3Options {
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/**
 * Reads `https://<key id>:<secret>@<host>/<bucket>?region=<region>`, as the environment gives it.
 * @throws for an address that has not all of it
 */
export function readS3Options(address: string): S3Options {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const bucket = url?.pathname.slice(1) ?? ''
  if (url === undefined || bucket === '' || url.username === '' || url.password === '') {
    throw new Error(
      'PICTURES_S3 is not an address of a storage. Write it like https://<key id>:<secret>@<host>/<bucket>?region=<region>.',
    )
  }
  return {
    endpoint: url.origin,
    region: url.searchParams.get('region') ?? 'us-east-1',
    bucket,
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  }
}

/** Keeps files in S3-compatible storage, under `<workspace>/<hash>/<variant>`. Its client is loaded on first use. */
export function s3Store({ bucket, endpoint, region, accessKeyId, secretAccessKey }: S3Options): PictureStore {
  let opened: Promise<{ sdk: typeof import('@aws-sdk/client-s3'); client: S3Client }> | undefined
  const open = () => {
    opened ??= import('@aws-sdk/client-s3').then((sdk) => ({
      sdk,
      client: new sdk.S3Client({
        endpoint,
        region,
        credentials: { accessKeyId, secretAccessKey },
        // Buckets in the path: what other storages than Amazon's understand everywhere.
        forcePathStyle: true,
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      }),
    }))
    return opened
  }
  return {
    get: async (name) => {
      const { sdk, client } = await open()
      try {
        const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: keyOf(name) }))
        return Body && Buffer.from(await Body.transformToByteArray())
      } catch (error) {
        if (error instanceof sdk.NoSuchKey) return undefined
        throw error
      }
    },
    put: async (name, content, type) => {
      const { sdk, client } = await open()
      await client.send(
        new sdk.PutObjectCommand({ Bucket: bucket, Key: keyOf(name), Body: content, ContentType: type }),
      )
    },
    remove: async ({ workspaceId, hash }) => {
      const { sdk, client } = await open()
      const Prefix = `${workspaceId}/${hash}/`
      const list = { Bucket: bucket, Prefix }
      for await (const { Contents = [] } of sdk.paginateListObjectsV2({ client }, list)) {
        for (const { Key } of Contents)
          await client.send(new sdk.DeleteObjectCommand({ Bucket: bucket, Key }))
      }
    },
  }
}

function keyOf({ workspaceId, hash, variant }: FileName): string {
  return `${workspaceId}/${hash}/${variant}`
}
