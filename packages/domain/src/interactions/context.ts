import { type Json, messageLimits } from './interaction.ts'

/** What is kept of a context: where and by what it was done, not who did it (traits) nor their network's address. */
const keptKeys = [
  'library',
  'page',
  'campaign',
  'referrer',
  'locale',
  'timezone',
  'userAgent',
  'device',
  'os',
  'app',
  'screen',
] as const

/** The kept part of a context as JSON; undefined where nothing is kept, with a note where it was too long. */
export function keptContext(context: Json | undefined): {
  readonly text: string | undefined
  readonly note?: string
} {
  if (context === undefined) return { text: undefined }
  const kept: { [key: string]: unknown } = {}
  let isEmpty = true
  for (const key of keptKeys) {
    const value = context[key]
    if (value === undefined || value === null) continue
    kept[key] = value
    isEmpty = false
  }
  if (isEmpty) return { text: undefined }
  const text = JSON.stringify(kept)
  if (text.length <= messageLimits.contextLength) return { text }
  return {
    text: undefined,
    note: `The context has ${text.length} characters, more than ${messageLimits.contextLength}; it was left out.`,
  }
}
