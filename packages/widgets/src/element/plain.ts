/** An element without attributes; on a server, which has no nodes, what it would be. */
export type Plain = Node | { readonly tag: string; readonly content: readonly (string | Plain)[] }

/**
 * What an element has much of, as nodes for its template: a template for each would take a fifth of a card's time.
 */
export function plain(tag: string, ...content: readonly (string | Plain)[]): Plain {
  if (!globalThis.document) return { tag, content }
  const node = document.createElement(tag)
  node.append(...(content as readonly (string | Node)[]))
  return node
}
