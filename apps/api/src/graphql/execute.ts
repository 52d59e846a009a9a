import type { ApolloServerOptions } from '@apollo/server'
import {
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  isLeafType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type TypeNode,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import { LRUCache } from 'lru-cache'
import type { Context } from './context.ts'

type Gateway = NonNullable<Extract<ApolloServerOptions<Context>, { gateway: unknown }>['gateway']>
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>

/** How many compiled operations are kept; the least recently asked goes first. */
const mostCompiled = 500

/**
 * Runs operations for Apollo: one that is asked for the first time is walked, one that comes again is compiled to
 * straight code and kept, which answers several times as fast. Apollo takes an executor only by the name of a gateway.
 */
export function compilingGateway(schema: GraphQLSchema): Gateway {
  const compiled = new LRUCache<string, CompiledQuery>({ max: mostCompiled })
  const seen = new LRUCache<string, true>({ max: mostCompiled })

  const executor: Executor = async ({ document, operation, operationName, queryHash, request, context }) => {
    const key = `${queryHash} ${operationName ?? ''}`
    const known = compiled.get(key) ?? compile(key)
    if (known !== undefined) {
      return withOwnErrors(await known.query(undefined, context, request.variables ?? {})) as never
    }
    if (isCompilable(schema, operation)) seen.set(key, true)
    return (await execute({
      schema,
      document,
      operationName,
      contextValue: context,
      variableValues: request.variables ?? {},
    })) as never

    function compile(missing: string): CompiledQuery | undefined {
      if (!seen.has(missing)) return undefined
      const query = compileQuery(schema, document, operationName ?? undefined)
      if (!isCompiledQuery(query)) return undefined
      compiled.set(missing, query)
      return query
    }
  }
  return {
    load: async () => ({ executor }),
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => undefined
    },
    stop: async () => undefined,
  }
}

/** Reads whose variables are plain values: the compiler does not end on input types that hold themselves, as rules do. */
function isCompilable(schema: GraphQLSchema, operation: OperationDefinitionNode): boolean {
  return (
    operation.operation === OperationTypeNode.QUERY &&
    (operation.variableDefinitions ?? []).every(({ type }) => isLeafType(schema.getType(nameOf(type))))
  )
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type)
}

/** The compiler's errors as those of GraphQL itself, which tell what was thrown. */
function withOwnErrors(result: ExecutionResult): ExecutionResult {
  if (result.errors === undefined) return result
  const errors = result.errors.map((error: Error & Partial<GraphQLError>) =>
    error instanceof GraphQLError
      ? error
      : new GraphQLError(error.message, {
          path: error.path ?? null,
          originalError: error.originalError ?? null,
          extensions: error.extensions ?? null,
        }),
  )
  return { ...result, errors }
}
