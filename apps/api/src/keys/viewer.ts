/** Who asks, after the key, session or token it came with; what it sees and may do follows from this alone. */
export type Viewer =
  | { readonly kind: 'anonymous' }
  /** A page's browser-safe key: published and public content only, trusted documents only. */
  | { readonly kind: 'publishable'; readonly workspaceId: string; readonly actor: string }
  /** A widget with a token that a secret key's holder signed for named customers. */
  | {
      readonly kind: 'embed'
      readonly workspaceId: string
      readonly actor: string
      readonly customerIds: readonly string[]
    }
  /** A server with a secret key. */
  | { readonly kind: 'secret'; readonly workspaceId: string; readonly actor: string }
  /** A person who signed in. */
  | { readonly kind: 'session'; readonly workspaceId: string; readonly actor: string }

/** A viewer that belongs to a workspace. */
export type Insider = Exclude<Viewer, { kind: 'anonymous' }>

/** Whether the viewer is of the workspace's own people or servers, and so sees drafts, customers and internal fields. */
export function isInternal(viewer: Viewer): boolean {
  return viewer.kind === 'secret' || viewer.kind === 'session'
}

/** Whether the viewer runs in a page of anybody's browser, and so only the documents that shipped with the product. */
export function isWidget(viewer: Viewer): boolean {
  return viewer.kind === 'publishable' || viewer.kind === 'embed'
}

/** Whether the viewer may see a customer at all; to others it looks like one that does not exist. */
export function maySeeCustomer(viewer: Viewer, customerId: string): boolean {
  return isInternal(viewer) || (viewer.kind === 'embed' && viewer.customerIds.includes(customerId))
}
