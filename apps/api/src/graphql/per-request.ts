import { createContextCache } from '@pothos/core'
import type { Context } from './context.ts'

/** Makes something once for each request, and anew for each field of a mutation: a loader, or what was read once. */
export function perRequest<Made>(make: (context: Context) => Made) {
  return createContextCache(make)
}
