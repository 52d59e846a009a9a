import { type DocumentRow, saveDocument } from '@profilkort/database/documents/documents.queries'
import { failed, ok, type Result } from '@profilkort/domain/result'
import { type DocumentNode, type GraphQLError, type GraphQLSchema, Kind, parse, validate } from 'graphql'
import { type Context, insider } from '../graphql/context.ts'
import { limits } from '../graphql/limits/limits.ts'
import { measureOperation } from '../graphql/limits/measure.ts'
import { unwrap } from '../graphql/problems.ts'
import { hashDocument } from '../graphql/trusted-documents.ts'
import { authorise } from './document.policy.ts'

export interface DocumentInput {
  readonly name: string
  readonly text: string
}

/** Lets keys in a browser run a document, after it was checked against the schema and the limits. */
export async function registerDocument(
  context: Context,
  schema: GraphQLSchema,
  input: DocumentInput,
): Promise<DocumentRow> {
  authorise(context.viewer, 'document:manage')
  const name = unwrap(checkName(input.name))
  const { text } = input
  unwrap(checkSize(schema, unwrap(parseDocument(schema, text))))
  const createdBy = insider(context.viewer).actor
  const row = { hash: hashDocument(text), text, name, createdAt: context.now, createdBy }
  return context.read((tx, workspaceId) => saveDocument(tx, workspaceId, row))
}

function checkName(given: string): Result<string> {
  const name = given.trim()
  if (name !== '' && name.length <= 100) return ok(name)
  return failed({ path: ['name'], message: 'Give the document a name of 1 to 100 characters.' })
}

function parseDocument(schema: GraphQLSchema, text: string): Result<DocumentNode> {
  try {
    const document = parse(text, { maxTokens: limits.tokens })
    const [error] = validate(schema, document, undefined, { maxErrors: 1 })
    return error === undefined ? ok(document) : failed(wrong(error.message))
  } catch (error) {
    return failed(wrong((error as GraphQLError).message))
  }
}

function checkSize(schema: GraphQLSchema, document: DocumentNode): Result<true> {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  const [operation] = operations
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operations.length > 1) {
    return failed(wrong('it has not one operation but several or none'))
  }
  const size = measureOperation(schema, document, operation, {})
  for (const what of ['depth', 'aliases', 'breadth', 'cost'] as const) {
    if (size[what] > limits[what]) {
      return failed(wrong(`it has a ${what} of ${size[what]}, and at most ${limits[what]} is allowed`))
    }
  }
  return ok(true)
}

function wrong(why: string) {
  const reason = why.replace(/\.$/, '')
  return {
    path: ['text'],
    message: `The document would never run: ${reason}. Mend it and register it again.`,
  }
}
