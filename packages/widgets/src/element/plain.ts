type Attributes = { readonly [name: string]: string | number }

/** What is in an element, in order; an empty text is nothing. */
type Content = readonly (string | object)[]

/** An element whose markup a server prints, as it has no nodes. */
export interface PlainMarkup {
  readonly tag: string
  readonly content: Content
  readonly attributes: Attributes | undefined
}

/**
 * An element: a node in a browser, else its markup. For what there is much of: a template and a place for each would
 * take half of a card's script time.
 */
export function plain(tag: string, content: Content, attributes?: Attributes): object {
  const node = (globalThis as { readonly document?: Page }).document?.createElement(tag)
  if (!node) return { tag, content, attributes } satisfies PlainMarkup
  for (const name in attributes) node.setAttribute(name, attributes[name] as string)
  node.append(...content)
  return node
}

/** What is needed of a page; servers are compiled without its types. */
interface Page {
  readonly createElement: (tag: string) => {
    readonly setAttribute: (name: string, value: string) => void
    readonly append: (...content: Content) => void
  }
}
