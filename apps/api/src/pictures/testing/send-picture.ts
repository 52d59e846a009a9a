import type { startTestServer } from '../../testing/server.ts'

export type Server = Awaited<ReturnType<typeof startTestServer>>

interface Sent {
  readonly hash: string
  readonly path: string
  readonly type: string
  readonly bytes: number
  readonly error: { readonly message: string }
}

/** Sends a file as a browser's form does. */
export async function sendPicture(
  { url, workspace }: Server,
  file: Buffer,
  name = 'x.jpg',
  key = workspace.secretKey,
) {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(file)]), name)
  const response = await fetch(`${url}/v1/pictures`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: form,
  })
  return { status: response.status, body: (await response.json()) as Sent }
}

/** Fetches as anybody: without a key. */
export const fetchFrom = ({ url }: Server, address: string, headers = {}) => fetch(url + address, { headers })

/** The bytes that are served under an address. */
export async function bytesOf(server: Server, address: string): Promise<Buffer> {
  return Buffer.from(await (await fetchFrom(server, address)).arrayBuffer())
}
