import type { ElementPage } from '../element/element-page.ts'

export const profileListPage: ElementPage = {
  accessibility: [
    'It is a list; each name is a heading of `heading-level`.',
    'Where `href` is given each name is a link, in the keyboard’s order. An address that runs a script is not followed.',
  ],
  examples: [
    {
      title: 'All that are published',
      says: 'Each name leads to the page’s own address of the profile.',
      html: '<pk-profile-list href="/cards/{slug}" heading-level="3"></pk-profile-list>',
      shows: ['Growing accounting firms', 'Sesongserveringssteder'],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'Of one kind, in another language',
      says: 'For a page on personas or on whom not to chase.',
      html: '<pk-profile-list kind="ANTI_PROFILE" limit="5" lang="nb"></pk-profile-list>',
      shows: ['Antiprofil – ikke jag etter', 'Sesongserveringssteder'],
      hides: ['Regnskapskontorer i vekst'],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'Chosen profiles in the page’s own looks',
      says: 'They stand in the order of the server.',
      html: `<style nonce="…">
  .plain { --pk-padding: 0; --pk-border: transparent; --pk-surface: transparent; --pk-min-height: 6rem }
  .plain::part(item) { border-inline-start: 3px solid currentColor; padding-inline-start: 1rem }
</style>
<pk-profile-list class="plain" profiles="regnskapsforere-i-vekst daglig-leder"></pk-profile-list>`,
      shows: ['Growing accounting firms', 'Kari, daglig leder'],
      hides: ['Sesongserveringssteder'],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'Nothing to list',
      says: 'The page’s own words instead of the notice.',
      html: `<pk-profile-list profiles="missing">
  <p slot="empty">The first profiles are published on Monday.</p>
</pk-profile-list>`,
      shows: ['The first profiles are published on Monday.'],
      hides: ['No profiles to show'],
      tells: ['pk-load NOT_FOUND'],
    },
  ],
}
