import { chromiumOptions } from '@profilkort/widgets/testing/chromium'
import { type Browser, chromium } from 'playwright'

/** Chromium, to be closed after the tests. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(chromiumOptions)
}
