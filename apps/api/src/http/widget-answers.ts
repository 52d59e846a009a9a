import type { ApolloServer } from '@apollo/server'
import type { Database } from '@profilkort/database/connect'
import { answerDocument } from '@profilkort/widgets/scorecard/scorecard.graphql'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Bases } from '../customers/customer-bases.ts'
import type { Changes } from '../delivery/changes.ts'
import type { Memory } from '../delivery/memory.ts'
import { type Context, makeContext } from '../graphql/context.ts'
import { readGlobalId } from '../graphql/global-id.ts'
import type { Scope } from '../keys/policy.ts'
import { Refused } from '../keys/refused.ts'
import type { Viewer } from '../keys/viewer.ts'
import { runDocument } from './run-document.ts'
import { type Asked, readQuestions } from './widget-questions.ts'

export interface WidgetAnswersOptions {
  readonly db: Database
  readonly apollo: ApolloServer<Context>
  readonly changes: Changes
  readonly memory: Memory
  readonly bases: Bases | undefined
  readonly clock: () => Date
  readonly authenticate: (request: FastifyRequest, publishableKey?: string) => Promise<Viewer>
}

interface AnswerBody {
  readonly customer?: unknown
  readonly [name: string]: unknown
}

/**
 * What a page's elements ask, all in one request: `GET /v1/widgets?ask=profile/nb/a,b;fit/nb/ideal-customer/c`, answered
 * as `{ answers }` in the same order, each a GraphQL answer. `POST /v1/widgets` keeps a seller's answer to a criterion.
 */
export function registerWidgetAnswers(app: FastifyInstance, options: WidgetAnswersOptions): void {
  const { changes, authenticate } = options
  app.get<{ Querystring: { readonly key?: string } }>('/v1/widgets', async (request, reply) => {
    const readAt = changes.now()
    const { key } = request.query
    const viewer = await authenticate(request, typeof key === 'string' ? key : undefined)
    if (viewer.kind === 'anonymous') {
      throw new Refused('UNAUTHENTICATED', 'Widgets need a publishable key, an embed token or a session.')
    }
    const asked = readQuestions(/[?&]ask=([^&]*)/.exec(request.url)?.[1] ?? '')
    const own = contextOf(options, viewer, viewer.kind === 'publishable')
    const answers = await Promise.all(asked.map((one) => answer(options, own, viewer, one)))
    reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('vary', 'Authorization, Origin')
    if (viewer.kind === 'publishable' && answers.every((text) => text.startsWith('{"data":'))) {
      const { workspaceId, expiresAt } = viewer
      reply.deliverable = { workspaceId, readAt, keyExpiresAt: expiresAt, surrogateKeys: own.surrogateKeys }
    }
    return `{"answers":[${answers.join()}]}`
  })
  app.post<{ Body: AnswerBody | null }>('/v1/widgets', async (request, reply) => {
    const viewer = await authenticate(request)
    const body = request.body ?? {}
    const text = await runDocument(
      options.apollo,
      contextOf(options, answerer(viewer, body.customer)),
      answerDocument,
      body,
    )
    return reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .send(text)
  })
}

/** Figures over all customers are shown where the token and the key behind it say so, by that key's right. */
async function answer(
  options: WidgetAnswersOptions,
  own: Context,
  viewer: Viewer,
  { question, variables, key }: Asked,
) {
  const { text, extra } = question
  if (extra === undefined || viewer.kind !== 'embed' || !extra.isGranted(viewer.extras, key)) {
    return runDocument(options.apollo, own, text, variables)
  }
  return runDocument(options.apollo, contextOf(options, withScopes(viewer, extra.scopes)), text, variables)
}

/** A token that lets its customers be answered for, as the key that signed it. */
function answerer(viewer: Viewer, customer: unknown): Viewer {
  if (viewer.kind === 'anonymous')
    throw new Refused('UNAUTHENTICATED', 'Sign in, or ask the page for a token.')
  if (viewer.kind !== 'embed') return viewer
  const id = typeof customer === 'string' ? readGlobalId(customer)?.id : undefined
  if (!viewer.extras.answers || id === undefined || !viewer.customerIds.includes(id)) {
    throw new Refused('FORBIDDEN', 'This token does not let the criteria of this customer be answered.')
  }
  return withScopes(viewer, ['customers:read', 'scorecards:read', 'scorecards:write'])
}

function withScopes(viewer: Viewer & { kind: 'embed' }, wanted: readonly Scope[]): Viewer {
  const { workspaceId, keyId, keyScopes, extras } = viewer
  const actor = extras.reader === undefined ? viewer.actor : `${extras.reader} (${viewer.actor})`
  const scopes = wanted.filter((scope) => keyScopes.includes(scope))
  return { kind: 'secret', workspaceId, keyId, actor, scopes, eventSource: '' }
}

function contextOf(
  { db, memory, bases, clock }: WidgetAnswersOptions,
  viewer: Viewer,
  isDelivery = false,
): Context {
  return makeContext({ db, memory, bases, viewer, now: clock(), acceptedLocale: undefined, isDelivery })
}
