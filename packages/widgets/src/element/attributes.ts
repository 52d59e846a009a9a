/** The property of an attribute: `headingLevel` of `heading-level`; `key` belongs to React, so it gets a name of its own. */
function propertyOf(attribute: string): string {
  if (attribute === 'key') return 'publishableKey'
  return attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** Gives a class a property for each of its attributes: a text, or undefined where there is none. */
export function reflect(element: CustomElementConstructor, attributes: readonly string[]): void {
  for (const attribute of attributes) {
    Object.defineProperty(element.prototype, propertyOf(attribute), {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(attribute) ?? undefined
      },
      set(this: HTMLElement, value: string | number | boolean | null | undefined) {
        if (value === undefined || value === null || value === false) this.removeAttribute(attribute)
        else this.setAttribute(attribute, value === true ? '' : String(value))
      },
    })
  }
}

/** Properties that were set before the element was defined become its attributes. */
export function adoptProperties(element: HTMLElement, attributes: readonly string[]): void {
  const own = element as unknown as { [name: string]: unknown }
  for (const name of attributes.map(propertyOf)) {
    if (!Object.hasOwn(own, name)) continue
    const value = own[name]
    delete own[name]
    own[name] = value
  }
}
