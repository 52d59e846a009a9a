import type { Database } from '@profilkort/database/connect'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { authorise } from '../content/content.policy.ts'
import { exportContent } from '../content/export-content.ts'
import { importContent } from '../content/import-content.ts'
import { ContentRefused } from '../content/problem.ts'
import { readDocuments } from '../content/source-document.ts'
import { writeYaml } from '../content/yaml.ts'
import type { Changes } from '../delivery/changes.ts'
import { type Context, insider, makeContext } from '../graphql/context.ts'
import { Forbidden, NotFound } from '../graphql/problems.ts'
import { Refused } from '../keys/refused.ts'
import type { Viewer } from '../keys/viewer.ts'

export interface ContentFilesOptions {
  readonly db: Database
  readonly changes: Changes
  readonly clock: () => Date
  readonly authenticate: (request: FastifyRequest) => Promise<Viewer>
}

interface ExportQuery {
  readonly format?: string
  readonly slugs?: string
}

interface ImportQuery {
  readonly dryRun?: string
  readonly publish?: string
}

const largest = 5 * 1024 ** 2
const yamlTypes = ['application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml']

/**
 * Profiles and the templates they are written in as files that a person can read and git can compare:
 * `GET /v1/content?format=yaml|json&slugs=a,b` and `POST /v1/content?dryRun=true&publish=true`. Needs a secret key or a
 * session with `content:export` or `content:import`. A picture that a document names is at `/v1/content/pictures/<hash>`.
 */
export async function registerContentFiles(
  app: FastifyInstance,
  options: ContentFilesOptions,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      [...yamlTypes, 'application/json'],
      { parseAs: 'string', bodyLimit: largest },
      (_request, body, done) => done(null, body),
    )
    scope.setErrorHandler(answerError)
    scope.get<{ Querystring: ExportQuery }>('/v1/content', async (request, reply) => {
      const context = await contextOf(options, request)
      const { format = 'yaml', slugs } = request.query
      if (format !== 'yaml' && format !== 'json') {
        const message = `There is no format "${format}". Ask for \`format=yaml\` or \`format=json\`.`
        return reply.code(400).send({ error: { code: 'BAD_REQUEST', message } })
      }
      const documents = await exportContent(context, slugs?.split(','))
      reply.header('cache-control', 'no-store')
      return format === 'json'
        ? reply.type('application/json; charset=utf-8').send(`${JSON.stringify({ documents }, null, 2)}\n`)
        : reply.type('application/yaml; charset=utf-8').send(writeYaml(documents))
    })
    scope.get<{ Params: { hash: string } }>('/v1/content/pictures/:hash', async (request, reply) => {
      const { viewer } = await contextOf(options, request)
      authorise(viewer, 'content:export')
      return reply.redirect(`/pictures/${insider(viewer).workspaceId}/${request.params.hash}/original`)
    })
    scope.post<{ Querystring: ImportQuery }>('/v1/content', { bodyLimit: largest }, async (request) => {
      const context = await contextOf(options, request)
      const how = { dryRun: isTrue(request.query.dryRun), publish: isTrue(request.query.publish) }
      const form = request.headers['content-type']?.startsWith('application/json') ? 'json' : 'yaml'
      const text = typeof request.body === 'string' ? request.body : ''
      const documents = await importContent(context, () => readDocuments(text, form), how)
      await context.heard()
      return { dryRun: how.dryRun, ...counts(documents), documents }
    })
  })
}

async function contextOf(
  { db, changes, clock, authenticate }: ContentFilesOptions,
  request: FastifyRequest,
): Promise<Context> {
  const viewer = await authenticate(request)
  if (viewer.kind === 'anonymous') {
    throw new Refused(
      'UNAUTHENTICATED',
      'Content files need a key: send `Authorization: Bearer <secret key>`.',
    )
  }
  return makeContext({ db, heard: changes.heard, viewer, now: clock(), acceptedLocale: undefined })
}

function isTrue(flag: string | undefined): boolean {
  return flag === 'true' || flag === '1' || flag === ''
}

function counts(documents: readonly { readonly outcome: 'created' | 'updated' | 'unchanged' }[]) {
  const of = (outcome: string) => documents.filter((each) => each.outcome === outcome).length
  return { created: of('created'), updated: of('updated'), unchanged: of('unchanged') }
}

function answerError(error: FastifyError | Error, _request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof ContentRefused) {
    const { message, problems, missingPictures } = error
    return reply.code(422).send({ error: { code: 'INVALID_CONTENT', message }, problems, missingPictures })
  }
  if (error instanceof Forbidden) return answer(reply, 403, 'FORBIDDEN', error.message)
  if (error instanceof NotFound) return answer(reply, 404, 'NOT_FOUND', error.message)
  if ('code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return answer(reply, 413, 'TOO_LARGE', 'At most 5 MB are taken at a time. Send the documents in parts.')
  }
  if ('code' in error && error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return answer(
      reply,
      415,
      'UNKNOWN_TYPE',
      'Send YAML as `application/yaml` or JSON as `application/json`.',
    )
  }
  throw error
}

function answer(reply: FastifyReply, status: number, code: string, message: string) {
  return reply.code(status).send({ error: { code, message } })
}
