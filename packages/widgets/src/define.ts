/** The version of these elements. Within a major version later ones understand what earlier ones did. */
export const version = '1.1.0'

const major = Number.parseInt(version, 10)

/**
 * Registers an element under its name. Where the name is taken by another copy on the page, the first stays: a
 * compatible one does its work, beside an incompatible one this is registered as `pk-profile-card-v1`. Never throws.
 */
export function define(name: string, element: CustomElementConstructor & { version?: string }): void {
  const first = customElements.get(name) as { readonly version?: string } | undefined
  if (!first) {
    element.version = version
    customElements.define(name, element)
    return
  }
  const own = `${name}-v${major}`
  const isCompatible = Number.parseInt(`${first.version}`, 10) === major
  if (first.version !== version)
    // oxlint-disable-next-line no-console -- the page's developer reads it there
    console.warn(`${name} is ${first.version}: ${isCompatible ? `${version} steps aside` : `use ${own}`}`)
  if (!isCompatible && !customElements.get(own)) define(own, element)
}
