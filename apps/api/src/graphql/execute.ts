import type { ApolloServerOptions } from '@apollo/server'
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type Source,
  type SourceLocation,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import { LRUCache } from 'lru-cache'
import { isCompilable } from './compilable.ts'
import type { Context } from './context.ts'

type Gateway = NonNullable<Extract<ApolloServerOptions<Context>, { gateway: unknown }>['gateway']>
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>

/** How many compiled operations are kept; the least recently asked goes first. */
const mostCompiled = 500

/**
 * Runs operations for Apollo: one that is asked for the first time is walked, one that comes again is compiled to
 * straight code and kept, which answers several times as fast. Apollo takes an executor only by the name of a gateway.
 * @param compilesAtOnce whether the first time is compiled too
 */
export function compilingGateway(schema: GraphQLSchema, compilesAtOnce = false): Gateway {
  const compiled = new LRUCache<string, CompiledQuery>({ max: mostCompiled })
  /** Whether what was asked for is to be compiled. */
  const seen = new LRUCache<string, boolean>({ max: mostCompiled })

  const executor: Executor = async (asked) => {
    const result = await run(asked)
    if (isResolved(asked.operation) && mayChangeKept(schema, asked.operation)) await asked.context.heard()
    return result
  }
  const run: Executor = async ({ document, operation, operationName, queryHash, request, context }) => {
    const key = `${queryHash} ${operationName ?? ''}`
    const known = isResolved(operation) ? (compiled.get(key) ?? compile(key)) : undefined
    if (known !== undefined) {
      const result = await known.query(undefined, context, request.variables ?? {})
      if ('data' in result) return withOwnErrors(result, document) as never
      // Nothing was done for variables that are wrong: GraphQL itself says what is.
    }
    return (await execute({
      schema,
      document,
      operationName: request.operationName,
      contextValue: context,
      variableValues: request.variables ?? {},
    })) as never

    function compile(missing: string): CompiledQuery | undefined {
      const isFirst = !seen.has(missing)
      if (isFirst) seen.set(missing, isCompilable(schema, document, operation))
      if (seen.get(missing) !== true || (isFirst && !compilesAtOnce)) return undefined
      const query = compileQuery(schema, document, operationName ?? undefined)
      if (isCompiledQuery(query)) {
        compiled.set(missing, query)
        return query
      }
      seen.set(missing, false)
      return undefined
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

/** Whether the document has the operation that was asked for; where it has not, GraphQL says so. */
function isResolved(operation: OperationDefinitionNode | undefined): operation is OperationDefinitionNode {
  return operation !== undefined
}

/**
 * Whether what servers keep in memory may be out of date after it: not where each of its fields writes only what is kept
 * nowhere, `extensions: { keptNowhere: true }`.
 */
function mayChangeKept(schema: GraphQLSchema, { operation, selectionSet }: OperationDefinitionNode): boolean {
  if (operation !== 'mutation') return false
  const fields = schema.getMutationType()?.getFields() ?? {}
  return selectionSet.selections.some(
    (field) => field.kind !== Kind.FIELD || fields[field.name.value]?.extensions.keptNowhere !== true,
  )
}

/** The compiler's errors as those of GraphQL itself: with what was thrown, and where. */
function withOwnErrors(result: ExecutionResult, { loc }: DocumentNode): ExecutionResult {
  if (result.errors === undefined) return result
  const errors = result.errors.map(
    ({ message, path, locations, originalError, extensions }: Partial<GraphQLError>) =>
      new GraphQLError(message ?? '', {
        path: path ?? null,
        originalError: originalError ?? null,
        extensions: extensions ?? null,
        source: loc?.source ?? null,
        positions: loc === undefined ? null : positionsIn(loc.source, locations ?? []),
      }),
  )
  return { ...result, errors }
}

function positionsIn({ body }: Source, locations: readonly SourceLocation[]): readonly number[] {
  const ends = body.matchAll(/\r\n|[\n\r]/g)
  const starts = [0, ...Array.from(ends, ({ 0: end, index }) => index + end.length)]
  return locations.map(({ line, column }) => (starts[line - 1] ?? 0) + column - 1)
}
