/** What an element without attributes would be, for a server, which has no nodes. */
export interface PlainMarkup {
  readonly tag: string
  readonly content: readonly (string | object)[]
}

/**
 * An element without attributes: a node in a browser, else its markup. For what there is much of: a template for each
 * would take a seventh of a card's script time.
 */
export function plain(tag: string, ...content: readonly (string | object)[]): object {
  const page = (globalThis as { readonly document?: Page }).document
  if (!page) return { tag, content } satisfies PlainMarkup
  const node = page.createElement(tag)
  node.append(...content)
  return node
}

/** What is needed of a page; servers are compiled without its types. */
interface Page {
  readonly createElement: (tag: string) => {
    readonly append: (...content: readonly (string | object)[]) => void
  }
}
