import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { apiForTests } from './testing/api.ts'
import { chromiumOptions } from './testing/chromium.ts'

/** The elements run in the browser they are made for. */
export default defineConfig({
  plugins: [apiForTests()],
  optimizeDeps: { include: ['lit-html', 'axe-core'] },
  test: {
    name: 'browser',
    include: ['src/**/*.test.ts'],
    testTimeout: 30_000,
    // One after the other: the keyboard is the browser's, and so are forced colours.
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: chromiumOptions,
      }),
      instances: [{ browser: 'chromium', viewport: { width: 900, height: 900 } }],
    },
  },
})
