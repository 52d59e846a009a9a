import { cdp } from 'vitest/browser'

/** The keyboard goes to the tab in front, which a test that opened others may not be in. */
export async function comeToFront(): Promise<void> {
  await send('Page.bringToFront', {})
}

const send = (method: string, parameters: object) =>
  (cdp() as { send(method: string, parameters: object): Promise<unknown> }).send(method, parameters)

/** What a reader's system asks for: `{ 'forced-colors': 'active' }`. Without any, what the machine has. */
export async function emulate(media: { readonly [feature: string]: string } = {}): Promise<void> {
  const features = Object.entries(media).map(([name, value]) => ({ name, value }))
  await send('Emulation.setEmulatedMedia', { features })
}
