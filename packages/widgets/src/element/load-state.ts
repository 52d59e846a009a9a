import type { Failure } from '../data/failure.ts'

/** What an element has to show. */
export type LoadState<Content> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly content: Content }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed'; readonly failure: Failure }
