/** The property of an attribute: `headingLevel` of `heading-level`; `key` belongs to React, so it gets a name of its own. */
function propertyOf(attribute: string): string {
  return attribute === 'key'
    ? 'publishableKey'
    : attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** Gives a class a property for each of its attributes: a text, or undefined where there is none. */
export function reflect(element: CustomElementConstructor, attributes: readonly string[]): void {
  for (const attribute of attributes) {
    Object.defineProperty(element.prototype, propertyOf(attribute), {
      configurable: true,
      get(this: HTMLElement) {
        return this.getAttribute(attribute) ?? undefined
      },
      set(this: HTMLElement, value: string | number | boolean | null | undefined) {
        if (typeof (value ?? true) === 'boolean') this.toggleAttribute(attribute, !!value)
        else this.setAttribute(attribute, `${value}`)
      },
    })
  }
}

/** Properties that were set before the element was defined become its attributes. */
export function adoptProperties(element: HTMLElement): void {
  const properties = element as HTMLElement & { [name: string]: unknown }
  for (const [name, value] of Object.entries(element)) {
    if (name in element.constructor.prototype) {
      delete properties[name]
      properties[name] = value
    }
  }
}
