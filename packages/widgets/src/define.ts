/**
 * Registers an element under its name. A name that is taken stays with the first, so that a page may load the
 * script twice.
 */
export function define(name: string, element: CustomElementConstructor): void {
  if (customElements.get(name) === undefined) customElements.define(name, element)
}
