import type { Answer, Ask } from './ask.ts'
import { addressOf, fetchAnswers } from './fetch-answers.ts'

/** Addresses stay shorter than any proxy's limit. */
const longestAddress = 7_500
/** What one request asks for at most; the server takes no more. */
const mostAsks = 100
/** An answer older than this, in milliseconds, is shown and asked for anew. */
const freshFor = 30_000

interface Entry {
  readonly ask: Ask
  readonly listeners: Set<(answer: Answer) => void>
  answer?: Answer
  at: number
  flight?: AbortController | undefined
}

const entries = new Map<string, Entry>()
let queue = new Set<Entry>()

/**
 * Asks, together with all that is asked in the same turn of the page. The listener hears the answer that is kept, if
 * any, and each newer one. What failed is asked again by whoever comes next.
 * @param again asks even where a fresh answer is kept
 * @returns stops listening; a request that nobody listens to any more is aborted
 */
export function want(ask: Ask, listener: (answer: Answer) => void, again = false): () => void {
  const name = JSON.stringify(ask)
  const entry = entries.get(name) ?? { ask, listeners: new Set(), at: 0 }
  entries.set(name, entry)
  entry.listeners.add(listener)
  const { answer } = entry
  const isKept = answer && 'data' in answer && !again
  if (isKept) listener(answer)
  if (!entry.flight && !(isKept && Date.now() - entry.at < freshFor)) enqueue(entry)
  return () => {
    entry.listeners.delete(listener)
    if (entry.listeners.size > 0) return
    queue.delete(entry)
    const { flight } = entry
    entry.flight = undefined
    if (flight && !entries.values().some((other) => other.flight === flight)) flight.abort()
  }
}

/** Asks anew all that is shown of something that has just changed: a customer, by its id. */
export function askAgain(key: string): void {
  for (const entry of entries.values()) {
    if (entry.ask.key === key && entry.listeners.size > 0) enqueue(entry)
  }
}

function enqueue(entry: Entry): void {
  queue.add(entry)
  if (queue.size > 1) return
  // A page still being read may bring more of them.
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', flush, { once: true })
  else setTimeout(flush)
}

function flush(): void {
  const asked = [...queue].toSorted((a, b) => (a.ask.what < b.ask.what ? -1 : 1))
  queue = new Set()
  for (const group of Map.groupBy(asked, ({ ask }) => ask.api + ask.credential).values()) {
    while (group.length > 0) void send(group.splice(0, mostAsks))
  }
}

async function send(batch: Entry[]): Promise<void> {
  const asks = batch.map(({ ask }) => ask)
  if (batch.length > 1 && addressOf(asks).length > longestAddress)
    void send(batch.splice(0, batch.length / 2))
  const flight = new AbortController()
  for (const entry of batch) entry.flight = flight
  const answers = await fetchAnswers(
    asks.slice(-batch.length),
    asks[0]?.credential ?? '',
    flight.signal,
  ).catch(() => [])
  batch.forEach((entry, index) => {
    const answer = answers[index]
    if (entry.flight !== flight || !answer) return
    entry.flight = undefined
    entry.at = Date.now()
    entry.answer = answer
    for (const tell of entry.listeners) tell(answer)
  })
}
