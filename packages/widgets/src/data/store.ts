import type { Answer, Ask } from './ask.ts'
import { fetchAnswers } from './fetch-answers.ts'

/** Addresses, of which this is most, stay shorter than any proxy's limit. */
const longestQuestion = 7_000
/** What one request asks for at most; the server takes no more. */
const mostAsks = 100
/** An answer older than this, in milliseconds, is shown and asked for anew. */
const freshFor = 30_000

interface Entry {
  readonly ask: Ask
  readonly listeners: Set<(answer: Answer) => void>
  answer?: Answer
  /** When it was answered; 0 where it was not or where that failed. */
  at: number
  flight?: AbortController | undefined
}

const entries = new Map<string, Entry>()
const queue = new Set<Entry>()

/**
 * Asks, together with all that is asked in the same turn of the page. The listener hears the answer that is kept, if
 * any, and each newer one. What failed is asked again by whoever comes next.
 * @param again asks even where a fresh answer is kept
 * @returns stops listening; a request that nobody listens to any more is aborted
 */
export function want(ask: Ask, listener: (answer: Answer) => void, again = false): () => void {
  const name = JSON.stringify(ask)
  const entry = entries.get(name) ?? { ask, listeners: new Set(), at: 0 }
  const { answer, at, listeners, flight } = entry
  entries.set(name, entry)
  listeners.add(listener)
  if (answer && at && !again) listener(answer)
  if (!flight && (again || Date.now() - at > freshFor)) enqueue(entry)
  return () => {
    listeners.delete(listener)
    if (listeners.size) return
    queue.delete(entry)
    const { flight } = entry
    entry.flight = undefined
    if (!entries.values().some((other) => other.flight === flight)) flight?.abort()
  }
}

/** Asks anew all that is shown of something that has just changed: a customer, by its id. */
export function askAgain(key: string): void {
  for (const entry of entries.values()) {
    if (entry.ask.key === key && entry.listeners.size > 0) enqueue(entry)
  }
}

function enqueue(entry: Entry): void {
  if (queue.add(entry).size > 1) return
  // A page still being read may bring more of them.
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', flush)
  else setTimeout(flush)
}

function flush(): void {
  for (const group of Map.groupBy(queue, ({ ask }) => ask.api + ask.credential).values()) {
    while (group.length) void send(group.splice(0, mostAsks))
  }
  queue.clear()
}

async function send(entries: Entry[]): Promise<void> {
  const groups = [...Map.groupBy(entries, ({ ask }) => ask.what)]
  const question = groups
    .map(([what, group]) => `${what}/${group.map(({ ask }) => encodeURIComponent(ask.key)).join()}`)
    .join(';')
  const batch = groups.flatMap(([, group]) => group)
  const [{ ask } = {} as Entry, second] = batch
  if (question.length > longestQuestion && second) {
    void send(batch.splice(batch.length / 2))
    return send(batch)
  }
  const flight = new AbortController()
  for (const entry of batch) entry.flight = flight
  const answerAt = await fetchAnswers(ask, question, flight.signal)
  for (const [index, entry] of batch.entries()) {
    if (entry.flight !== flight) continue
    const answer = answerAt(index)
    entry.flight = undefined
    entry.at = answer.failure ? 0 : Date.now()
    entry.answer = answer
    for (const tell of entry.listeners) tell(answer)
  }
}
