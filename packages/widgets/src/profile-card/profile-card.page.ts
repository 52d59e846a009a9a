import type { ElementPage } from '../element/element-page.ts'

export const profileCardPage: ElementPage = {
  accessibility: [
    'The name is a heading of `heading-level`, its sections are one level below, and the card is an article named by it.',
    'While it loads the frame is `aria-busy`; what went wrong is said once, as a status.',
    'Texts in another language than the page carry their own `lang`.',
    'A comparison is a table with headers for rows and columns. It scrolls sideways with the arrow keys where it is wider than its place.',
    'In the keyboard’s order are only links, the comparison, and the button that tries again; afterwards the focus is in the card.',
  ],
  examples: [
    {
      title: 'A profile',
      says: 'The newest published revision, with its traits and sections.',
      html: '<pk-profile-card profile="regnskapsforere-i-vekst"></pk-profile-card>',
      shows: [
        'Growing accounting firms',
        'We want to spend our evenings on our clients',
        'At least NOK 15 million',
        'Published 3 November 2026 · revision 4',
      ],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'The short form',
      says: 'Kind, name and summary, for a sidebar.',
      html: '<pk-profile-card profile="regnskapsforere-i-vekst" compact></pk-profile-card>',
      shows: ['Ideal customer', 'Growing accounting firms'],
      hides: ['At least NOK 15 million'],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'In another language',
      says: 'The nearest `lang` decides. A card that is not written in it says so.',
      html: `<pk-profile-card profile="regnskapsforere-i-vekst" compact lang="nb"></pk-profile-card>
<section lang="sv">
  <pk-profile-card profile="regnskapsforere-i-vekst" compact></pk-profile-card>
</section>`,
      shows: ['Idealkunde', 'Idealkund', 'Visas på norskt bokmål'],
      tells: ['pk-load LOADED', 'pk-load LOADED'],
    },
    {
      title: 'Inside a context',
      says: 'A `pk-context` says key and language for all inside.',
      html: `<pk-context locale="da" key="profilkort_publishable_…">
  <pk-profile-card profile="sesongserveringssteder"></pk-profile-card>
</pk-context>`,
      shows: ['Antiprofil – jag dem ikke', 'Sesongserveringssteder', 'Vises på bokmål'],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'Up to four side by side',
      says: 'What is expected of each, trait by trait.',
      html: `<pk-profile-card
  profile="regnskapsforere-i-vekst, daglig-leder, regnskap-pa-vestlandet, sesongserveringssteder">
</pk-profile-card>`,
      shows: [
        'Growing accounting firms',
        'Kari, daglig leder',
        'Regnskap på Vestlandet',
        'Sesongserveringssteder',
        'Færre enn ti',
      ],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'The page’s own words',
      says: 'A slot for each state stands in for the element’s notice; `footer` follows the content.',
      html: `<pk-profile-card profile="missing">
  <p slot="empty">This profile is being written.</p>
</pk-profile-card>
<pk-profile-card profile="regnskapsforere-i-vekst" compact key="revoked">
  <p slot="forbidden">Only colleagues can read this.</p>
</pk-profile-card>
<pk-profile-card profile="regnskapsforere-i-vekst" compact>
  <a slot="footer" href="#contact">Talk to the segment’s owner</a>
</pk-profile-card>`,
      shows: [
        'This profile is being written.',
        'Only colleagues can read this.',
        'Talk to the segment’s owner',
      ],
      hides: ['This profile was not found'],
      tells: ['pk-error UNAUTHENTICATED', 'pk-load LOADED', 'pk-load NOT_FOUND'],
    },
    {
      title: 'In the page’s own looks',
      says: 'Custom properties reach every element below; parts are styled one by one.',
      html: `<style nonce="…">
  .harbour { --pk-accent: #b3261e; --pk-surface: #fff8f6; --pk-text: #201a19; --pk-radius: 0 }
  .harbour::part(name) { font-family: system-ui; text-transform: uppercase }
  .harbour::part(kind) { letter-spacing: .08em }
</style>
<pk-profile-card class="harbour" profile="regnskapsforere-i-vekst" compact></pk-profile-card>`,
      shows: ['Growing accounting firms'],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'Hearing what happens',
      says: 'Events cross shadow roots, so that one listener serves a whole page.',
      html: `<pk-profile-card profile="regnskapsforere-i-vekst" compact id="heard"></pk-profile-card>
<output for="heard"></output>
<script nonce="…">
  const output = document.querySelector('output[for=heard]')
  const tell = ({ type, detail }) => (output.textContent = 'The page heard ' + type + ': ' + detail.code)
  for (const type of ['pk-load', 'pk-error']) document.querySelector('#heard').addEventListener(type, tell)
</script>`,
      shows: ['The page heard pk-load: LOADED'],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'Not before a reader agrees',
      says: 'While `paused` is there nothing is asked.',
      html: `<pk-profile-card profile="regnskapsforere-i-vekst" compact paused id="paused">
  <div slot="paused">
    <p>This comes from another server.</p>
    <button>Show it</button>
  </div>
</pk-profile-card>
<script nonce="…">
  document.querySelector('#paused button').addEventListener('click', () => {
    document.querySelector('#paused').removeAttribute('paused')
  })
</script>`,
      clicks: 'Show it',
      shows: ['Growing accounting firms'],
      tells: ['pk-error PAUSED', 'pk-load LOADED'],
    },
  ],
}
