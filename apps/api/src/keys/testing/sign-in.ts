import { ensureOwner } from '../../members/ensure-owner.ts'
import type { startTestServer } from '../../testing/server.ts'
import type { Role } from '../policy.ts'
import { makeSignInLink } from '../sign-in.ts'

type Server = Awaited<ReturnType<typeof startTestServer>>

/** A member who signed in, with the header that says so. */
export interface SignedIn {
  readonly id: string
  readonly key: ''
  readonly headers: { readonly cookie: string }
}

/** Follows a sign-in link as a browser does. */
export async function followLink({ url }: Pick<Server, 'url'>, path: string): Promise<SignedIn['headers']> {
  const response = await fetch(url + path)
  return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

/** The first owner of a workspace, signed in by the link that a start prints. @returns options for `ask` */
export async function signInOwner(server: Server, workspaceId: string): Promise<Omit<SignedIn, 'id'>> {
  const { db, clock } = server
  const owner = await ensureOwner(db, workspaceId, clock.now)
  const link = await makeSignInLink({ db, now: clock.now }, workspaceId, owner)
  return { key: '', headers: await followLink(server, `/sign-in?link=${link}`) }
}

/** A new member of the test's workspace, signed in. @returns its global id and options for `ask` */
export async function signInAs(server: Server, role: Role, name: string = role): Promise<SignedIn> {
  const owner = await signInOwner(server, server.workspace.id)
  const { body } = await server.ask(
    `mutation ($input: MemberInviteInput!) {
      memberInvite(input: $input) { ... on MemberInviteSuccess { invitation { signInPath member { id } } } ... on Problem { message } }
    }`,
    {
      ...owner,
      variables: {
        input: { name, email: `${name.replaceAll(/\W/g, '')}@example.com`, role: role.toUpperCase() },
      },
    },
  )
  const { invitation, message } = body.data.memberInvite
  if (invitation === undefined) throw new Error(message)
  return { id: invitation.member.id, key: '', headers: await followLink(server, invitation.signInPath) }
}
