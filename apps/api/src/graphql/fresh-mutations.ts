import { contextCacheSymbol } from '@pothos/core'
import { defaultFieldResolver, type GraphQLSchema } from 'graphql'
import type { Context } from './context.ts'

/** The schema, with each field of a mutation beginning anew: what was read before the field above it wrote is forgotten. */
export function withFreshMutations(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve = defaultFieldResolver } = field
    field.resolve = (root, args, context: Context, info) => {
      const begun = context.beginWrite()
      if (begun === undefined) return resolve(root, args, context, info)
      return begun.then(() => {
        // Loaders are found by it. The context of the answer is a copy, made by Apollo, of the one that was given.
        context[contextCacheSymbol] = {}
        return resolve(root, args, context, info)
      })
    }
  }
  return schema
}
