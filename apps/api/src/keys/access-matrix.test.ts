import { describe, expect, test } from 'vitest'
import { encodeGlobalId } from '../graphql/global-id.ts'
import { type Answer, startTestServer } from '../testing/server.ts'
import { policy } from './actions.ts'
import { rolesOf } from './policy.ts'
import { decided, expectedAccess } from './testing/expected-access.ts'
import { makeObjects, secretWord, slug } from './testing/objects.ts'
import { idFor, type Names, operationOf, type RootField, rootFields } from './testing/operations.ts'
import { makePrincipals, type Principal } from './testing/principals.ts'

const server = await startTestServer()
const { ask, url } = server
const { ids, pictureHash } = await makeObjects(server)
/** A slug and key that nothing has. */
const nothing = 'ingenting'
const unknown = Object.fromEntries(
  Object.keys(ids).map((typename) => [typename, '00000000-0000-4000-8000-000000000000']),
)
const principals = await makePrincipals(server, ids.Customer ?? '')
const documents = await registerAll()
const before = await readAll()

test('every root field is listed with what it needs, and none that is gone', () => {
  expect(Object.keys(expectedAccess).toSorted()).toEqual(rootFields.map(({ name }) => name).toSorted())
})

test('the policies say what was decided', () => {
  const told = Object.entries(policy).map(([action, grant]) => {
    const others = rolesOf(grant).filter((role) => role !== 'owner' && role !== 'admin')
    return [action, [others.length === 0 ? 'admin-only' : others, grant.scope].flat().join(' ')]
  })
  expect(Object.fromEntries(told)).toEqual(decided)
})

describe.each(principals.map((principal) => [principal.name, principal] as const))(
  '%s',
  (_name, principal) => {
    test.each(rootFields.map((root) => [root.name, root] as const))('%s', async (_field, root) => {
      const isAllowed = mayAsk(principal, root)
      // Whoever is refused names what is there; whoever is allowed, what is not, so that all that follow find the same.
      const answer = await run(
        principal,
        root,
        isAllowed ? namesFor(root, unknown, nothing) : namesFor(root, ids),
      )
      const said = JSON.stringify(answer.body)
      if (isAllowed) {
        expect(refusalOf(answer), said).toBeUndefined()
        expect(said).not.toContain('INTERNAL_SERVER_ERROR')
        expect(said).not.toContain('"__typename":"Forbidden"')
      } else {
        expect(refusalOf(answer), said).toBe(codeFor(principal))
        expect(said).not.toContain(secretWord)
      }
      if (principal.name.startsWith('another')) expect(said).not.toContain(secretWord)
    })
  },
)

describe('a key in a browser', () => {
  const widgets = principals.filter(({ kind, refused }) => kind === 'widget' && refused === undefined)
  test.each(
    widgets.flatMap((principal) =>
      rootFields.map((root) => [principal.name, root.name, principal, root] as const),
    ),
  )('%s does not run %s as free text', async (_name, _field, principal, root) => {
    const { status, body } = await ask(operationOf(root, namesFor(root, ids)), principal)
    expect(status).toBe(403)
    expect(body.errors?.[0]?.message).toMatch(/trusted documents only/)
  })
})

describe("another workspace's objects", () => {
  const foreign = principals.find(({ name }) => name.startsWith('another')) as Principal
  const withIds = rootFields.filter((root) => operationOf(root, { id: 'AN-ID', text: '' }).includes('AN-ID'))

  test.each(
    withIds.flatMap((root) => Object.keys(ids).map((typename) => [root.name, typename, root] as const)),
  )('%s cannot tell a %s of another workspace from one that never was', async (_field, typename, root) => {
    const answerFor = async (uuid: string) => {
      const id = encodeGlobalId(typename, uuid)
      const { body } = await ask(operationOf(root, { id, text: nothing }), foreign)
      return JSON.stringify({ data: body.data, errors: body.errors })
        .replaceAll(id, 'ID')
        .replaceAll(uuid, 'ID')
    }
    expect(await answerFor(ids[typename] ?? '')).toBe(await answerFor(unknown[typename] ?? ''))
  })

  const makes = /Create$|Invite$|Register$/
  const withTexts = rootFields.filter(
    (root) => !makes.test(root.name) && operationOf(root, { id: '', text: 'A-TEXT' }).includes('A-TEXT'),
  )

  test.each(withTexts.flatMap((root) => [slug, pictureHash].map((text) => [root.name, text, root] as const)))(
    '%s cannot tell what has %s in another workspace from what never was',
    async (_field, text, root) => {
      const answerFor = async (asked: string) => {
        const { body } = await ask(operationOf(root, namesFor(root, unknown, asked)), foreign)
        return JSON.stringify({ data: body.data, errors: body.errors }).replaceAll(asked, 'TEXT')
      }
      // One that no test before has made.
      expect(await answerFor(text)).toBe(await answerFor(`aldri-${text.length}`))
    },
  )
})

test('after all that was tried, what is there is as it was', async () => {
  expect(await readAll()).toEqual(before)
})

function mayAsk({ kind, role, scopes, refused }: Principal, { name }: RootField): boolean {
  const needs = expectedAccess[name] ?? 'none'
  if (refused !== undefined) return false
  if (needs === 'open') return true
  if (kind === 'anonymous') return false
  if (needs === 'anyKey') return true
  if (kind === 'widget') return needs.endsWith(' or widget')
  if (role === 'owner' || role === 'admin') return true
  const who = (decided[needs.replace(' or widget', '') as keyof typeof decided] ?? '').split(' ')
  return role === undefined ? scopes.some((scope) => who.includes(scope)) : who.includes(role)
}

function codeFor({ kind, refused }: Principal): string {
  return refused?.code ?? (kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN')
}

/** Why the root field, or the request as a whole, was refused. A refused part of what it answers is something else. */
function refusalOf({ body }: Answer): unknown {
  const codes = new Set(['UNAUTHENTICATED', 'FORBIDDEN'])
  const errors = (body.errors ?? []) as readonly {
    path?: readonly unknown[]
    extensions: { code?: unknown }
  }[]
  return errors
    .filter(({ path }) => path === undefined || path.length === 1)
    .map(({ extensions }) => extensions.code)
    .find((code) => codes.has(String(code)))
}

/** Asks for a root field; keys in a browser by the document that the workspace trusts. */
async function run(principal: Principal, root: RootField, names: Names): Promise<Answer> {
  if (principal.kind !== 'widget') return ask(operationOf(root, names), principal)
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${principal.key}`,
      ...principal.headers,
    },
    body: JSON.stringify({ documentId: documents.get(root.name) }),
  })
  return { status: response.status, headers: response.headers, body: await response.json() } as Answer
}

function namesFor(root: RootField, named: typeof ids, text = slug): Names {
  return { id: idFor(root, named), text }
}

/** Each root field's operation as a document the workspace trusts. */
async function registerAll(): Promise<ReadonlyMap<string, string>> {
  const registered = new Map<string, string>()
  for (const root of rootFields) {
    const { body } = await ask(
      `mutation ($text: String!, $name: String!) {
        trustedDocumentRegister(text: $text, name: $name) { ... on TrustedDocumentRegisterSuccess { document { id } } ... on Problem { message } }
      }`,
      { variables: { name: root.name, text: operationOf(root, namesFor(root, ids)) } },
    )
    const { document, message } = body.data.trustedDocumentRegister
    expect(message).toBeUndefined()
    registered.set(root.name, document.id)
  }
  return registered
}

/** What the tries must not have changed. */
async function readAll(): Promise<unknown> {
  const { body } = await ask(
    `query ($slug: String!) {
      members { id role }
      profile(slug: $slug, draft: true) { name latestRevision }
      scorecard(slug: $slug, draft: true) { name latestRevision publishedRevision }
      segment(slug: $slug) { name revision archivedAt }
      template(key: $slug) { name revision archivedAt }
      product(key: $slug) { name }
      releases { nodes { name state } }
      openReviews { revision state }
      pictures { nodes { hash focalPoint { x y } } }
      apiKeys { id name revokedAt replacedBy }
    }`,
    { variables: { slug } },
  )
  expect(body.errors).toBeUndefined()
  return body.data
}
