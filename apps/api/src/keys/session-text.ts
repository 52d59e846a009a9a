import { randomBytes } from 'node:crypto'
import { packUuid, unpackUuid } from './packed-ids.ts'

/** Which row a sign-in link or a session cookie speaks of. */
export interface SignInName {
  readonly workspaceId: string
  readonly id: string
}

const pattern = /^([0-9a-f]{32})([0-9a-f]{32})([\w-]{43})$/

/** `<workspace><id><256 random bits>`: said once, kept as a hash. */
export function makeSessionText({ workspaceId, id }: SignInName): string {
  return packUuid(workspaceId + id) + randomBytes(32).toString('base64url')
}

export function readSessionText(text: string): SignInName | undefined {
  const [, workspaceId, id] = pattern.exec(text) ?? []
  return workspaceId === undefined || id === undefined
    ? undefined
    : { workspaceId: unpackUuid(workspaceId), id: unpackUuid(id) }
}
