import type { ApolloServerPlugin } from '@apollo/server'
import { type DocumentNode, GraphQLError, Kind, visit } from 'graphql'
import type { Viewer } from '../../keys/viewer.ts'
import type { Context } from '../context.ts'
import { type Budget, openBudgetBook } from './budget.ts'
import { type OperationSize, rememberSizes } from './measure.ts'
import { isText, notText } from './text.ts'

/** What one operation may ask for at most (trust.md). */
export const limits = {
  bodyBytes: 256 * 1024,
  tokens: 2000,
  depth: 12,
  aliases: 15,
  breadth: 60,
  cost: 1000,
  errors: 5,
}

/** Cost a caller may ask for in a minute, unless the server is told another. */
export const usualCostPerMinute = 1_000_000

const advice: { readonly [What in keyof OperationSize]: string } = {
  depth: 'Ask for less in one another.',
  aliases: 'Split it into several operations, or use `nodes(ids:)`.',
  breadth: 'Split it into several operations.',
  cost: 'Ask for shorter pages (`first`) or fewer nested lists.',
}

/** Refuses operations that are too large before they run, and tells the cost of those that run. */
export function limitsPlugin(costPerMinute: number): ApolloServerPlugin<Context> {
  const book = openBudgetBook(costPerMinute)
  const sizes = rememberSizes()
  return {
    async requestDidStart({ schema }) {
      let answer: { readonly cost: number; readonly budget: Budget } | undefined
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          refuseTexts(document, request.variables)
          if (!operation) return
          const size = sizes.of(schema, document, operation, request.variables ?? {})
          for (const what of ['depth', 'aliases', 'breadth', 'cost'] as const) {
            if (size[what] > limits[what]) throw tooLarge(what, size[what])
          }
          const { viewer, now } = contextValue
          const caller = callerOf(viewer)
          const budget = book.spend(caller, size.cost, now)
          if (budget.isSpent) throw overBudget(budget)
          if (!contextValue.isDelivery) answer = { cost: size.cost, budget }
        },
        async willSendResponse({ response }) {
          if (answer === undefined || response.body.kind !== 'single') return
          const { cost, budget } = answer
          response.body.singleResult.extensions = {
            ...response.body.singleResult.extensions,
            cost: {
              requested: cost,
              limit: limits.cost,
              remaining: budget.remaining,
              resetSeconds: budget.resetSeconds,
            },
          }
          for (const [name, value] of Object.entries(rateHeaders(budget)))
            response.http.headers.set(name, value)
          const { errors } = response.body.singleResult
          if (errors && errors.length > limits.errors) {
            response.body.singleResult.errors = errors.slice(0, limits.errors)
          }
        },
      }
    },
  }
}

function tooLarge(what: keyof OperationSize, size: number): GraphQLError {
  return new GraphQLError(
    `The operation has a ${what} of ${size}; at most ${limits[what]} is allowed. ${advice[what]}`,
    {
      extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400 } },
    },
  )
}

function overBudget(budget: Budget): GraphQLError {
  const headers = new Map([
    ...Object.entries(rateHeaders(budget)),
    ['retry-after', String(budget.resetSeconds)],
  ])
  return new GraphQLError(
    `This key has spent its ${budget.limit} points of cost for this minute. Wait ${budget.resetSeconds} seconds.`,
    { extensions: { code: 'RATE_LIMITED', http: { status: 429, headers } } },
  )
}

function rateHeaders(budget: Budget): { [name: string]: string } {
  return {
    'ratelimit-policy': `"cost";q=${budget.limit};w=60`,
    ratelimit: `"cost";r=${budget.remaining};t=${budget.resetSeconds}`,
  }
}

/** Who shares a budget: a key with itself wherever it is used, a member with all of its sessions. */
function callerOf(viewer: Viewer): string {
  if (viewer.kind === 'anonymous') return 'anonymous'
  return `${viewer.workspaceId} ${viewer.kind === 'session' ? viewer.memberId : viewer.keyId}`
}

/** Documents whose own texts were found well; they come again and again. */
const wellWritten = new WeakSet<DocumentNode>()

/** Texts that PostgreSQL would refuse or change do not come in. */
function refuseTexts(document: DocumentNode, variables: unknown): void {
  if (!wellWritten.has(document)) {
    visit(document, { [Kind.STRING]: (node: { value: string }) => refuseText(node.value, 'the document') })
    wellWritten.add(document)
  }
  refuseValue(variables, 'variables')
}

function refuseValue(value: unknown, place: string): void {
  if (typeof value === 'string') refuseText(value, place)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      refuseText(key, place)
      refuseValue(inner, `${place}.${key}`)
    }
  }
}

function refuseText(text: string, place: string): void {
  if (isText(text)) return
  throw new GraphQLError(notText(place), { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } })
}
