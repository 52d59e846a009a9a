import { randomUUID } from 'node:crypto'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from '../http/logger.ts'
import type { Context } from './context.ts'
import { compilingGateway } from './execute.ts'
import { limits, limitsPlugin } from './limits/limits.ts'
import { NotVisible } from './nodes.ts'
import { ProblemError } from './problems.ts'
import { schema } from './schema.ts'

/** Codes a caller can do something about; whatever else is thrown is a bug and is not told in its own words. */
const callersOwn = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_LARGE',
  'RATE_LIMITED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])

/** The GraphQL server, without HTTP. */
export async function startApollo(
  logger: Logger,
  costPerMinute: number,
  compilesAtOnce = false,
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    gateway: compilingGateway(schema, compilesAtOnce),
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    logger,
    formatError: (formatted, error) => maskBug(formatted, error, logger),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      limitsPlugin(costPerMinute),
      specifiedStatus,
    ],
  })
  await apollo.start()
  return apollo
}

function maskBug(formatted: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  if (callersOwn.has(String(formatted.extensions?.code))) return formatted
  // A query has no union of problems to answer with.
  if (unwrapResolverError(error) instanceof ProblemError || isOfArgument(error)) {
    return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } }
  }
  // Taken away by another between the write and its answer.
  const thrown = unwrapResolverError(error)
  if (thrown instanceof NotVisible)
    return { ...formatted, message: thrown.message, extensions: { code: 'NOT_FOUND' } }
  const id = randomUUID()
  logger.error({ id, err: error }, 'a resolver failed')
  return {
    ...formatted,
    message: `Something went wrong on our side. Tell whoever runs this server the id ${id}.`,
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  }
}

/** Whether GraphQL itself says that an argument is wrong, which it tells only once a variable's value is known. */
function isOfArgument(error: unknown): boolean {
  const thrown = unwrapResolverError(error)
  return (
    thrown instanceof GraphQLError &&
    /^Argument ".+" (?:of (?:non-null|required) type|has invalid value) /.test(thrown.message)
  )
}

/** Faults of the document itself, which `application/json` clients are told with 200. */
const documentFaults = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'])

/**
 * The status that GraphQL over HTTP asks for where an operation fails as a whole: by why it failed for
 * `application/graphql-response+json`, 200 for a well-formed request by the older `application/json`.
 */
const specifiedStatus: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, request }) {
        if (response.body.kind !== 'single' || response.body.singleResult.data) return
        const [error] = response.body.singleResult.errors ?? []
        const code = String(error?.extensions?.code)
        const isNewer = request.http?.headers.get('accept')?.includes('application/graphql-response+json')
        if (isNewer && code === 'UNAUTHENTICATED') response.http.status = 401
        if (isNewer && code === 'FORBIDDEN') response.http.status = 403
        const isTooLong = error?.message.includes('tokens') ?? false
        if (!isNewer && documentFaults.has(code) && !isTooLong) response.http.status = 200
      },
    }
  },
}
