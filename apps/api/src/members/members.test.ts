import { describe, expect, test } from 'vitest'
import { followLink, type SignedIn, signInAs, signInOwner } from '../keys/testing/sign-in.ts'
import { startTestServer } from '../testing/server.ts'

const server = await startTestServer()
const { ask, url, workspace, clock } = server
const owner = await signInOwner(server, workspace.id)
const admin = await signInAs(server, 'admin')

type Caller = Omit<SignedIn, 'id'>
const answer = `__typename ... on InvalidInput { problems { path message } } ... on Problem { message }`
const member = 'id name email role'

async function run(caller: Caller, query: string, variables: { [name: string]: unknown }) {
  const { body } = await ask(query, { ...caller, variables })
  if (body.errors) throw new Error(JSON.stringify(body.errors))
  return body.data.result
}
const invite = (caller: Caller, input: object) =>
  run(
    caller,
    `mutation ($input: MemberInviteInput!) { result: memberInvite(input: $input) {
      ${answer} ... on MemberInviteSuccess { invitation { signInPath member { ${member} } } } } }`,
    { input },
  )
const change = (caller: Caller, id: string, role: string) =>
  run(
    caller,
    `mutation ($id: ID!, $role: Role!) { result: memberChangeRole(id: $id, role: $role) {
      ${answer} ... on MemberChangeRoleSuccess { member { ${member} } } } }`,
    { id, role },
  )
const remove = (caller: Caller, id: string) =>
  run(
    caller,
    `mutation ($id: ID!) { result: memberRemove(id: $id) { ${answer} ... on MemberRemoveSuccess { member { ${member} } } } }`,
    { id },
  )
const link = (caller: Caller, id: string) =>
  run(
    caller,
    `mutation ($id: ID!) { result: memberSignInLink(id: $id) {
      ${answer} ... on MemberSignInLinkSuccess { invitation { signInPath } } } }`,
    { id },
  )
const whoAmI = async (caller: Caller) =>
  (await ask('{ viewer { kind name role scopes locales } }', caller)).body.data?.viewer
const members = async (): Promise<{ id: string; name: string; role: string }[]> =>
  (await ask(`{ members { ${member} } }`)).body.data.members

describe('members', () => {
  test('an invited member signs in once by the link, and is known by name and role', async () => {
    const { invitation } = await invite(owner, {
      name: ' Kari Nordmann ',
      email: ' Kari@Example.COM',
      role: 'EDITOR',
    })
    expect(invitation.member).toMatchObject({
      name: 'Kari Nordmann',
      email: 'kari@example.com',
      role: 'EDITOR',
    })
    const headers = await followLink(server, invitation.signInPath)
    expect(await whoAmI({ key: '', headers })).toEqual({
      kind: 'SESSION',
      name: 'Kari Nordmann',
      role: 'EDITOR',
      scopes: [],
      locales: null,
    })
    expect((await fetch(url + invitation.signInPath)).status).toBe(401)
    const again = await link(admin, invitation.member.id)
    expect((await fetch(url + again.invitation.signInPath)).status).toBe(200)
  })

  test('what a member writes carries its name', async () => {
    const editor = await signInAs(server, 'editor', 'Ola Redaktør')
    const { body } = await ask(
      'mutation { apiKeyCreate(input: { kind: SECRET, name: "x" }) { __typename } }',
      editor,
    )
    expect(body.errors?.[0]?.message).toBe(
      '"key:manage" needs one of the roles owner, admin; yours is editor. Ask an owner or admin.',
    )
    const made = await ask(
      'mutation { apiKeyCreate(input: { kind: SECRET, name: "x" }) { ... on ApiKeyCreateSuccess { newApiKey { apiKey { createdBy } } } } }',
      admin,
    )
    expect(made.body.data.apiKeyCreate.newApiKey.apiKey.createdBy).toBe('admin')
  })

  test.each([
    ['a name of blanks', { name: ' ' }, 'name'],
    ['a name that is too long', { name: 'x'.repeat(101) }, 'name'],
    ['an address that is none', { email: 'kari' }, 'email'],
    ["another member's address in other case", { email: 'ADMIN@example.com' }, 'email'],
  ])('%s is refused', async (_what, wrong, path) => {
    const answered = await invite(owner, { name: 'Ny', email: 'ny@example.com', role: 'VIEWER', ...wrong })
    expect(answered.problems).toEqual([{ path: [path], message: expect.stringMatching(/./) }])
  })

  test('the address of a member who left can be invited again', async () => {
    const left = await signInAs(server, 'viewer', 'Comes Back')
    expect(await remove(owner, left.id)).toMatchObject({ __typename: 'MemberRemoveSuccess' })
    const again = await signInAs(server, 'viewer', 'Comes Back')
    expect(again.id).not.toBe(left.id)
  })
})

describe('roles', () => {
  test('nobody gives more than they have: an admin decides on all but owners, a key neither', async () => {
    const other = await signInAs(server, 'owner', 'Other Owner')
    const key: Caller = { key: workspace.secretKey as '', headers: { cookie: '' } }
    for (const caller of [admin, key]) {
      expect(await invite(caller, { name: 'X', email: 'x@example.com', role: 'OWNER' })).toMatchObject({
        __typename: 'Forbidden',
        message: expect.stringMatching(/Only an owner/),
      })
      expect(await change(caller, admin.id, 'OWNER')).toMatchObject({ __typename: 'Forbidden' })
      expect(await change(caller, other.id, 'VIEWER')).toMatchObject({ __typename: 'Forbidden' })
      expect(await remove(caller, other.id)).toMatchObject({ __typename: 'Forbidden' })
      expect(await link(caller, other.id)).toMatchObject({ __typename: 'Forbidden' })
    }
    expect(await change(owner, other.id, 'VIEWER')).toMatchObject({ member: { role: 'VIEWER' } })
  })

  test('the last owner stays, also when two owners decide on each other at once', async () => {
    const only = (await members()).find(({ role }) => role === 'OWNER')
    expect(await remove(owner, only?.id ?? '')).toMatchObject({
      problems: [{ path: ['id'], message: expect.stringMatching(/is the last owner/) }],
    })
    expect(await change(owner, only?.id ?? '', 'ADMIN')).toMatchObject({ __typename: 'InvalidInput' })
    for (let round = 0; round < 5; round++) {
      const second = await signInAs(server, 'owner', `Second ${round}`)
      await Promise.all([
        change(owner, second.id, 'EDITOR').catch(() => null),
        change(second, only?.id ?? '', 'EDITOR').catch(() => null),
      ])
      const left = (await members()).filter(({ role }) => role === 'OWNER')
      expect(left).toHaveLength(1)
      if (left[0]?.id !== only?.id) await change(second, only?.id ?? '', 'OWNER')
      // Word of a change takes a moment to reach the server.
      await expect.poll(async () => (await whoAmI(owner)).role).toBe('OWNER')
      await change(owner, second.id, 'VIEWER')
    }
  })

  test('a link of a member who was removed opens nothing, and an expired session is anonymous', async () => {
    const { invitation } = await invite(owner, { name: 'Gone', email: 'gone@example.com', role: 'VIEWER' })
    await remove(owner, invitation.member.id)
    expect((await fetch(url + invitation.signInPath)).status).toBe(401)
    const viewer = await signInAs(server, 'viewer', 'Late')
    const before = clock.now
    clock.now = new Date(before.getTime() + 12 * 3_600_000)
    expect(await whoAmI(viewer)).toBeUndefined()
    clock.now = before
    expect(await whoAmI(viewer)).toMatchObject({ name: 'Late' })
  })

  test('imports need a role that may import', async () => {
    const statusFor = async (caller: Caller) => {
      const form = new FormData()
      form.set('request', '{}')
      const { cookie } = caller.headers
      return (await fetch(`${url}/v1/imports`, { method: 'POST', headers: { cookie }, body: form })).status
    }
    expect(await statusFor(await signInAs(server, 'seller'))).toBe(403)
    expect(await statusFor(await signInAs(server, 'analyst'))).toBe(400)
  })
})
