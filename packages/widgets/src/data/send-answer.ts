/** What a seller says of a criterion. */
export interface AnswerToKeep {
  readonly scorecard: string
  readonly customer: string | undefined
  readonly criterion: string
  /** Null takes back what was said. */
  readonly points: number | null
  readonly note: string
}

/** Keeps a seller's answer. @returns what went wrong, in English for the page's developer */
export async function sendAnswer(
  api: string,
  token: string | undefined,
  answer: AnswerToKeep,
): Promise<string | undefined> {
  try {
    const response = await fetch(`${api}/v1/widgets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      credentials: 'same-origin',
      body: JSON.stringify(answer),
    })
    const { data, errors, error } = await response.json()
    const kept = data?.criterionAnswer
    return kept && !kept.message ? undefined : (kept ?? errors?.[0] ?? error)?.message
  } catch (error) {
    return String(error)
  }
}
