import type { Locale } from '@profilkort/domain/locales/locale'
import type { EmbedExtras } from './embed-token.ts'
import type { Role, Scope } from './policy.ts'

interface OfWorkspace {
  readonly workspaceId: string
  /** The name of the key or the member, for histories. */
  readonly actor: string
}

interface InPage extends OfWorkspace {
  /** The languages it answers; undefined for all of the workspace. */
  readonly locales: readonly Locale[] | undefined
  readonly keyId: string
  /** When the key, or the token signed with it, ends by itself. */
  readonly expiresAt: Date | null
}

/** A page's browser-safe key: published and public content only, trusted documents only. */
interface PublishableViewer extends InPage {
  readonly kind: 'publishable'
  /** The source of events that pages send with it; undefined where they may not. */
  readonly eventSource: string | undefined
}

/** A widget with a token that a secret key's holder signed for named customers. */
interface EmbedViewer extends InPage {
  readonly kind: 'embed'
  readonly customerIds: readonly string[]
  /** What else the token allows. */
  readonly extras: EmbedExtras
  /** What the key it was signed with may do, which the token never exceeds. */
  readonly keyScopes: readonly Scope[]
}

/** A server with a secret key. */
interface SecretViewer extends OfWorkspace {
  readonly kind: 'secret'
  readonly keyId: string
  readonly scopes: readonly Scope[]
  /** The source of events sent with it. */
  readonly eventSource: string
}

/** A member who signed in. */
interface SessionViewer extends OfWorkspace {
  readonly kind: 'session'
  readonly memberId: string
  readonly role: Role
}

/** A viewer that belongs to a workspace. */
export type Insider = PublishableViewer | EmbedViewer | SecretViewer | SessionViewer

/** Who asks, after the key, session or token it came with; what it sees and may do follows from this alone. */
export type Viewer = { readonly kind: 'anonymous' } | Insider

/** Whether the viewer runs in a page of anybody's browser, and so only documents the workspace trusts. */
export function isWidget(viewer: Viewer): viewer is PublishableViewer | EmbedViewer {
  return viewer.kind === 'publishable' || viewer.kind === 'embed'
}
