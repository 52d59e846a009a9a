import path from 'node:path'
import { root } from '@profilkort/e2e/processes'
import { createServer } from 'vite'

/** The widgets' gallery with answers for tests, as `npm run gallery` shows it. */
export async function startGallery(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const server = await createServer({
    configFile: path.join(root, 'packages/widgets/gallery/vite.config.ts'),
    logLevel: 'error',
  })
  await server.listen(0)
  const [url = ''] = server.resolvedUrls?.local ?? []
  return { url, stop: () => server.close() }
}
