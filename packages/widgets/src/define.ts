/** The version of these elements. Within a major version later ones understand what earlier ones did. */
export const version = '1.1.0'

const major = (text = '0') => text.split('.')[0] ?? '0'

/**
 * Registers an element under its name. Where the name is taken by another copy on the page, the first stays: a
 * compatible one does its work, beside an incompatible one this is registered as `pk-profile-card-v1`. Never throws.
 */
export function define(name: string, element: CustomElementConstructor): void {
  const first = customElements.get(name) as { readonly version?: string } | undefined
  if (first === undefined) {
    Object.assign(element, { version })
    customElements.define(name, element)
  } else if (major(first.version) === major(version)) {
    if (first.version !== version)
      // oxlint-disable-next-line no-console -- the page's developer reads it there
      console.warn(`${name} ${version} steps aside: ${first.version} was loaded first.`)
  } else if (!name.endsWith(`-v${major(version)}`)) {
    // oxlint-disable-next-line no-console -- as above
    console.warn(`${name} is taken by version ${first.version}. Use ${name}-v${major(version)}.`)
    define(`${name}-v${major(version)}`, element)
  }
}
