import { createClient } from '@profilkort/client/client'
import { createKey } from '@profilkort/client/documents/keys'
import { type Api, startApi } from '@profilkort/e2e/processes'

/** The real server with the demo workspace, whose published profiles are shown. */
export interface Product extends Api {
  /** A publishable key for the pages of one origin. */
  readonly keyFor: (origin: string) => Promise<string>
}

export async function startProduct(): Promise<Product> {
  const api = await startApi({ env: { PORT: '0' } })
  const run = createClient({ url: api.url, key: api.keys.secretKey })
  return {
    ...api,
    keyFor: async (origin) => {
      const { apiKeyCreate: made } = await run(createKey, {
        input: { kind: 'PUBLISHABLE', name: `Pages of ${origin}`, origins: [origin] },
      })
      if (made.__typename !== 'ApiKeyCreateSuccess') throw new Error(JSON.stringify(made))
      return made.newApiKey.text
    },
  }
}
