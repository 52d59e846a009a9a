/** What follows its surroundings. */
export interface Follower extends Element {
  /** Something around it may have changed. */
  requestUpdate(isAround: true): void
}

const followers = new Set<Follower>()
const watched = new WeakSet<Node>()
let observer: MutationObserver | undefined

/**
 * Tells an element whenever the browser is online again and when a language or a context's setting changes in the
 * element's tree or in a tree that holds it, out through shadow roots. All elements of a page share one observer.
 */
export function follow(element: Follower): void {
  if (!observer) {
    observer = new MutationObserver(tellAll)
    addEventListener('online', tellAll)
  }
  followers.add(element)
  for (let at: Node | undefined = element; at; at = at instanceof ShadowRoot ? at.host : undefined) {
    at = at.getRootNode()
    if (watched.has(at)) continue
    watched.add(at)
    const attributeFilter = ['lang', 'locale', 'api', 'key', 'token', 'paused']
    observer.observe(at, { attributeFilter, subtree: true })
  }
}

export function unfollow(element: Follower): void {
  followers.delete(element)
}

function tellAll(): void {
  for (const follower of followers) follower.requestUpdate(true)
}
