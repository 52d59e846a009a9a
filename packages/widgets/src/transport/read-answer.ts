import { failure } from './failure.ts'
import type { Answer } from './run-document.ts'

/** The data of a GraphQL answer, or why there is none. */
export async function readAnswer(response: Response): Promise<Answer> {
  const body: unknown = await response.json().catch(() => undefined)
  const problem = firstError(body)
  if (problem !== undefined) {
    return { failure: failure(problem.code ?? codeOfStatus(response.status), problem.message) }
  }
  if (!response.ok) {
    return {
      failure: failure(codeOfStatus(response.status), `The API answered with status ${response.status}.`),
    }
  }
  if (!isRecord(body) || !isRecord(body.data)) {
    return { failure: failure('UNREADABLE', 'The API answered with something that is not GraphQL.') }
  }
  return { data: body.data }
}

function firstError(body: unknown): { code: string | undefined; message: string } | undefined {
  const errors = isRecord(body) ? body.errors : undefined
  const [first]: unknown[] = Array.isArray(errors) ? errors : []
  if (!isRecord(first)) return undefined
  const code = isRecord(first.extensions) ? first.extensions.code : undefined
  return {
    code: typeof code === 'string' ? code : undefined,
    message: typeof first.message === 'string' ? first.message : 'The API could not answer.',
  }
}

function codeOfStatus(status: number): string {
  if (status === 401) return 'UNAUTHENTICATED'
  return status === 403 ? 'FORBIDDEN' : `HTTP_${status}`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
