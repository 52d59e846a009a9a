import type { Failure } from '../data/failure.ts'

/** What an element has to show. */
export type LoadState<Content> =
  | { readonly kind: 'loading' | 'empty'; readonly failure?: undefined }
  | { readonly kind: 'ready'; readonly content: Content; readonly failure?: undefined }
  | { readonly kind: 'failed'; readonly failure: Failure }
