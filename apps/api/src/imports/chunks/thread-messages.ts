import type { CompanyOf } from './chunk.ts'

/** What the reading thread is asked for. */
export type Asked = { readonly id: number } & (
  | { readonly what: 'next' }
  | {
      readonly what: 'encode'
      readonly chunk: number
      readonly places: readonly number[] | undefined
      readonly companies: readonly (CompanyOf | undefined)[] | undefined
    }
  | { readonly what: 'rows'; readonly chunk: number; readonly places: readonly number[] | undefined }
  | { readonly what: 'release'; readonly chunk: number }
)

/** What it answers. */
export interface Answered {
  readonly id: number
  readonly value?: unknown
  /** Why the file cannot be imported. */
  readonly refused?: { readonly code: string; readonly message: string } | undefined
  readonly error?: unknown
}
