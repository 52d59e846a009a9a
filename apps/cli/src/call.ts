import { Failure } from './mistake.ts'
import type { ServerAddress } from './server-address.ts'

/** Asks the server. Throws `Failure` where it does not answer; what it answers is for the caller to judge. */
export async function call(
  { url, secretKey }: ServerAddress,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('authorization', `Bearer ${secretKey}`)
  try {
    return await fetch(new URL(path, url), { ...init, headers })
  } catch (error) {
    const { cause, message } = error as Error
    throw new Failure(
      `Nothing answers at ${new URL(url).origin} (${cause instanceof Error ? cause.message : message}). Start Profilkort with \`npm start\`.`,
    )
  }
}

/** Throws `Failure` with what the server said. */
export async function fail(response: Response): Promise<never> {
  const text = await response.text()
  throw new Failure(messageIn(text) ?? `The server answered ${response.status}: ${text.slice(0, 200)}`)
}

function messageIn(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { readonly error?: { readonly message?: string } }).error?.message
  } catch {
    return undefined
  }
}
