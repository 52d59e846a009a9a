const followers = new Map<Element, () => void>()
let observer: MutationObserver | undefined

/**
 * Calls back when a `lang` changes in the element's tree or in a tree that holds it, out through shadow roots.
 * All elements of a page share one observer, which rests when nobody follows.
 * @returns stops following
 */
export function followLanguage(element: Element, changed: () => void): () => void {
  observer ??= new MutationObserver(() => {
    for (const tell of followers.values()) tell()
  })
  followers.set(element, changed)
  for (const root of rootsAround(element)) {
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true })
  }
  return () => {
    followers.delete(element)
    if (followers.size === 0) observer?.disconnect()
  }
}

function* rootsAround(element: Element): Iterable<Node> {
  let root = element.getRootNode()
  yield root
  while (root instanceof ShadowRoot) {
    root = root.host.getRootNode()
    yield root
  }
}
