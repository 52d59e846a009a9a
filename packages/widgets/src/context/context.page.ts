import type { ElementPage } from '../element/element-page.ts'

export const contextPage: ElementPage = {
  accessibility: [
    'It is no box of its own and has no role: a page is laid out and read as if it were not there.',
  ],
  examples: [
    {
      title: 'Token and language for all inside',
      says: 'An element’s own attribute wins over the context’s, the nearest context over those around it.',
      html: `<pk-context token="…" locale="nb">
  <pk-segment-size segment="growing"></pk-segment-size>
  <pk-context locale="en">
    <pk-segment-size segment="growing"></pk-segment-size>
  </pk-context>
</pk-context>`,
      shows: ['Regnskapskontorer i vekst', 'Growing firms'],
      tells: ['pk-load LOADED', 'pk-load LOADED'],
    },
    {
      title: 'A new token for all',
      says: 'One listener on the context hears of every element inside; each asks again with what it is given.',
      html: `<pk-context token="expired" id="all">
  <pk-segment-size segment="growing"></pk-segment-size>
  <pk-fit-score customer="no" scorecard="ideal-customer"></pk-fit-score>
</pk-context>
<script nonce="…">
  document.querySelector('#all').addEventListener('pk-error', ({ currentTarget, detail }) => {
    if (detail.code === 'TOKEN_EXPIRED') currentTarget.setAttribute('token', 'another')
  })
</script>`,
      shows: ['Growing firms', 'Does not meet the threshold'],
      hides: ['Access has expired'],
      tells: ['pk-error TOKEN_EXPIRED', 'pk-error TOKEN_EXPIRED', 'pk-load LOADED', 'pk-load LOADED'],
    },
    {
      title: 'A reader’s consent for all',
      says: 'While `paused` is there nothing inside is asked.',
      html: `<pk-context paused id="consent">
  <pk-profile-card profile="regnskapsforere-i-vekst" compact></pk-profile-card>
</pk-context>
<button id="agree">Show what other servers hold</button>
<script nonce="…">
  document.querySelector('#agree').addEventListener('click', () => {
    document.querySelector('#consent').removeAttribute('paused')
  })
</script>`,
      clicks: 'Show what other servers hold',
      shows: ['Growing accounting firms'],
      tells: ['pk-error PAUSED', 'pk-load LOADED'],
    },
  ],
}
