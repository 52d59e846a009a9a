import type { FileReader } from './chunk.ts'

/** What of a reader is asked over the border of its thread. */
export type Method = Exclude<keyof FileReader, 'close'>

/** A question to the reading thread: a method with its arguments. */
export interface Asked {
  readonly id: number
  readonly method: Method
  readonly args: readonly unknown[]
}

/** What it answers. */
export interface Answered {
  readonly id: number
  readonly value?: unknown
  /** Why the file cannot be imported. */
  readonly refused?: { readonly code: string; readonly message: string } | undefined
  readonly error?: unknown
}
