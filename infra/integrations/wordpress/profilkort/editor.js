// The block in the editor: the profiles to show, chosen among the published ones, and the very card that readers see.
;(({ apiFetch, blocks, blockEditor, components, element, i18n }) => {
  const { createElement: create, Fragment, useEffect, useState } = element
  const { __ } = i18n

  /** What there is to choose, asked once for all blocks of the page. */
  let asked
  function useProfiles() {
    const [state, setState] = useState({ profiles: [], problem: '' })
    useEffect(() => {
      asked ??= apiFetch({ path: '/profilkort/v1/profiles' }).then(
        (profiles) => ({ profiles, problem: '' }),
        ({ message }) => ({ profiles: [], problem: message }),
      )
      let isThere = true
      asked.then((answer) => isThere && setState(answer))
      return () => {
        isThere = false
      }
    }, [])
    return state
  }

  const slugOf = (token) => /\(([^()]+)\)$/.exec(token)?.[1] ?? token.trim()

  function ProfileField({ attributes, setAttributes }) {
    const { profiles, problem } = useProfiles()
    const nameOf = new Map(profiles.map(({ slug, name }) => [slug, `${name} (${slug})`]))
    return create(
      Fragment,
      null,
      create(components.FormTokenField, {
        label: __('Profiles', 'profilkort'),
        value: attributes.profile.split(/[\s,]+/).filter(Boolean),
        suggestions: [...nameOf.values()],
        maxLength: 4,
        __experimentalExpandOnFocus: true,
        __experimentalShowHowTo: false,
        saveTransform: slugOf,
        onChange: (slugs) => setAttributes({ profile: slugs.join() }),
      }),
      create(
        'p',
        { className: 'components-base-control__help' },
        problem || __('Choose one, or up to four to compare.', 'profilkort'),
      ),
    )
  }

  blocks.registerBlockType('profilkort/card', {
    edit: ({ attributes, setAttributes }) => {
      const { profile, compact, fixed } = attributes
      const field = create(ProfileField, { attributes, setAttributes })
      return create(
        'div',
        blockEditor.useBlockProps(),
        create(
          blockEditor.InspectorControls,
          null,
          create(
            components.PanelBody,
            { title: __('Card', 'profilkort') },
            field,
            create(components.ToggleControl, {
              label: __('Only kind, name and summary', 'profilkort'),
              checked: compact,
              onChange: (value) => setAttributes({ compact: value }),
            }),
            create(components.ToggleControl, {
              label: __('Same height always', 'profilkort'),
              help: __('A longer card scrolls, and nothing below it moves while it loads.', 'profilkort'),
              checked: fixed,
              onChange: (value) => setAttributes({ fixed: value }),
            }),
          ),
        ),
        profile === ''
          ? create(components.Placeholder, { icon: 'id', label: 'Profilkort' }, create('div', null, field))
          : create('pk-profile-card', {
              profile,
              compact: compact ? '' : undefined,
              class: fixed ? undefined : 'profilkort-grows',
            }),
      )
    },
    save: () => null,
  })
})(window.wp)
