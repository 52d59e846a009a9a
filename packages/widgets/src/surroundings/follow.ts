const followers = new Map<Element, () => void>()
const watched = new WeakSet<Node>()
let observer: MutationObserver | undefined

/**
 * Calls back when a language or a context's setting changes in the element's tree or in a tree that holds it, out
 * through shadow roots. All elements of a page share one observer.
 * @returns stops following
 */
export function follow(element: Element, changed: () => void): () => void {
  observer ??= new MutationObserver(() => {
    for (const tell of followers.values()) tell()
  })
  followers.set(element, changed)
  for (let at: Node | undefined = element; at; at = at instanceof ShadowRoot ? at.host : undefined) {
    at = at.getRootNode()
    if (watched.has(at)) continue
    watched.add(at)
    const attributeFilter = ['lang', 'locale', 'api', 'key', 'token', 'paused']
    observer.observe(at, { attributes: true, attributeFilter, subtree: true })
  }
  return () => followers.delete(element)
}
