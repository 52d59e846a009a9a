import { cdp } from 'vitest/browser'

/** What a reader's system asks for: `{ 'forced-colors': 'active' }`. Without any, what the machine has. */
export async function emulate(media: { readonly [feature: string]: string } = {}): Promise<void> {
  const features = Object.entries(media).map(([name, value]) => ({ name, value }))
  await (cdp() as { send(method: string, parameters: object): Promise<unknown> }).send(
    'Emulation.setEmulatedMedia',
    { features },
  )
}
