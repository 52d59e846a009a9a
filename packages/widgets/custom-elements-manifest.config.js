/** The manifest that editors and framework wrappers read: what each element takes, emits and can be styled by. */
export default {
  globs: ['src/**/*.element.ts', 'src/**/*-element.ts'],
  exclude: ['src/**/*.test.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [publicOnly()],
}

/** Leaves out what a page cannot use, and says which property an attribute has. */
function publicOnly() {
  const ownParts = new Map()
  return {
    name: 'public-only',
    moduleLinkPhase({ moduleDoc }) {
      for (const { name, cssParts = [] } of moduleDoc.declarations)
        ownParts.set(name, new Set(cssParts.map((part) => part.name)))
    },
    packageLinkPhase({ customElementsManifest }) {
      // Files are found in another order on another machine.
      customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1))
      for (const { declarations } of customElementsManifest.modules)
        for (const declared of declarations) {
          const { members = [], events = [], cssParts = [], attributes = [] } = declared
          declared.members = members.filter(
            ({ privacy, static: isStatic, name }) => !privacy && !isStatic && !/^#|Callback$/.test(name),
          )
          declared.events = events.filter(({ name, description }) => name && description)
          // An element that extends another has looks of its own.
          declared.cssParts = cssParts.filter(
            ({ name, inheritedFrom }) =>
              inheritedFrom?.name === 'RemoteElement' || ownParts.get(declared.name)?.has(name),
          )
          for (const attribute of attributes) {
            const field = propertyOf(attribute.name)
            if (declared.members.some(({ name }) => name === field)) attribute.fieldName = field
          }
        }
    },
  }
}

/** As in `element/attributes.ts`. */
function propertyOf(attribute) {
  return attribute === 'key'
    ? 'publishableKey'
    : attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
}
