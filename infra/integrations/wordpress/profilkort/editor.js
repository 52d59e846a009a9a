// The block in the editor: its two settings, and the slug where the card will stand.
;(({ blocks, blockEditor, components, element }) => {
  const { createElement: create } = element
  blocks.registerBlockType('profilkort/card', {
    edit: ({ attributes, setAttributes }) =>
      create(
        'div',
        blockEditor.useBlockProps(),
        create(components.TextControl, {
          label: 'Profile',
          help: 'The slug of a published profile; up to four with commas between are compared.',
          value: attributes.profile,
          onChange: (profile) => setAttributes({ profile }),
        }),
        create(components.ToggleControl, {
          label: 'Compact',
          checked: attributes.compact,
          onChange: (compact) => setAttributes({ compact }),
        }),
      ),
    save: () => null,
  })
})(window.wp)
