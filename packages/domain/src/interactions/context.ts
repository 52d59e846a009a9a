import { type Json, messageLimits } from './interaction.ts'

/** What is kept of a context: where and by what it was done, not who did it (traits) nor their network's address. */
const keptKeys: ReadonlySet<string> = new Set([
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
])

/** The kept part of a context as JSON; undefined where nothing is kept, with a note where it was too long. */
export function keptContext(context: Json | undefined): {
  readonly text: string | undefined
  readonly note?: string
} {
  const keys = context === undefined ? [] : Object.keys(context)
  const kept = keys.filter((key) => keptKeys.has(key))
  if (context === undefined || kept.length === 0) return nothing
  const isWhole = kept.length === keys.length
  const text = JSON.stringify(isWhole ? context : Object.fromEntries(kept.map((key) => [key, context[key]])))
  if (text.length <= messageLimits.contextLength) return { text }
  return {
    text: undefined,
    note: `The context has ${text.length} characters, more than ${messageLimits.contextLength}; it was left out.`,
  }
}

const nothing = { text: undefined } as const
