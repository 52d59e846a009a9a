import { encodeGlobalId } from '../../graphql/global-id.ts'
import { pageOrigin, type startTestServer } from '../../testing/server.ts'
import { type Role, roles, type Scope, scopes } from '../policy.ts'
import { mintToken } from './mint-token.ts'
import { signInAs, signInOwner } from './sign-in.ts'

type Server = Awaited<ReturnType<typeof startTestServer>>

/** Somebody who asks. */
export interface Principal {
  readonly name: string
  readonly kind: 'anonymous' | 'widget' | 'secret' | 'session'
  /** Its secret or publishable key or token; empty for a session. */
  readonly key: string
  readonly headers: { readonly [name: string]: string }
  /** Set for one that is turned away before anything runs. */
  readonly refused?: { readonly status: 401 | 403; readonly code: string }
  readonly scopes: readonly Scope[]
  readonly role?: Role
}

const readScopes = ['content:read', 'customers:read', 'scorecards:read', 'insight:read'] as const
const writeScopes = ['content:write', 'content:publish', 'customers:write', 'scorecards:write'] as const
const unauthenticated = { status: 401, code: 'UNAUTHENTICATED' } as const
const page = { origin: pageOrigin }

/** Everybody the access matrix tries. The clock moves a minute for one key to expire. */
export async function makePrincipals(server: Server, customer: string): Promise<readonly Principal[]> {
  const { ask, workspace, clock, makeWorkspace } = server
  const create = async (input: object) => {
    const { body } = await ask(
      `mutation ($input: ApiKeyCreateInput!) {
        apiKeyCreate(input: $input) { ... on ApiKeyCreateSuccess { newApiKey { text apiKey { id } } } ... on Problem { message } }
      }`,
      { variables: { input } },
    )
    return body.data.apiKeyCreate.newApiKey as {
      readonly text: string
      readonly apiKey: { readonly id: string }
    }
  }
  const secret = async (name: string, given: readonly Scope[], more: object = {}) => {
    const constants = given.map((scope) => scope.replace(':', '_').toUpperCase())
    const made = await create({ kind: 'SECRET', name, scopes: constants, ...more })
    return { name, kind: 'secret' as const, key: made.text, id: made.apiKey.id, headers: {}, scopes: given }
  }
  const revoke = (id: string) =>
    ask('mutation ($id: ID!) { apiKeyRevoke(id: $id) { __typename } }', { variables: { id } })
  const widget = (name: string, key: string, headers: { origin: string } = page) =>
    ({ name, kind: 'widget', key, headers, scopes: [] }) as const

  const revokedKey = await create({ kind: 'PUBLISHABLE', name: 'Revoked page', origins: [pageOrigin] })
  await revoke(revokedKey.apiKey.id)
  const revoked = await secret('revoked secret', scopes)
  await revoke(revoked.id)
  const expiresAt = new Date(clock.now.getTime() + 30_000).toISOString()
  const expired = await secret('expired secret', scopes, { expiresAt })
  const members = []
  for (const role of roles) {
    members.push({
      ...(await signInAs(server, role)),
      name: role,
      kind: 'session',
      role,
      scopes: [],
    } as const)
  }
  const gone = await signInAs(server, 'admin', 'removed admin')
  await ask('mutation ($id: ID!) { memberRemove(id: $id) { __typename } }', { variables: { id: gone.id } })
  const foreign = await signInOwner(server, (await makeWorkspace()).id)
  clock.now = new Date(clock.now.getTime() + 60_000)

  const customers = [encodeGlobalId('Customer', customer)]
  return [
    { name: 'anonymous', kind: 'anonymous', key: '', headers: {}, scopes: [] },
    widget('publishable key', workspace.publishableKey),
    {
      ...widget('publishable key, wrong origin', workspace.publishableKey, {
        origin: 'https://elsewhere.example',
      }),
      refused: { status: 403, code: 'FORBIDDEN' },
    },
    { ...widget('publishable key, revoked', revokedKey.text), refused: unauthenticated },
    widget('embed token', mintToken(workspace.secretKey, clock.now, { customers, origin: pageOrigin })),
    await secret('reading secret', readScopes),
    await secret('writing secret', writeScopes),
    await secret('secret with all scopes', scopes),
    { ...revoked, refused: unauthenticated },
    { ...expired, refused: unauthenticated },
    ...members,
    { ...gone, name: 'removed member', kind: 'anonymous', scopes: [] },
    { ...foreign, name: "another workspace's owner", kind: 'session', role: 'owner', scopes: [] },
  ]
}
