import type { ElementPage } from '../element/element-page.ts'

export const fitScorePage: ElementPage = {
  accessibility: [
    'The gauge is a picture; its answer, range and threshold stand in words beside it.',
    'Yes, no and undecided differ by sign and text, not by colour alone, also in forced colours.',
    'Criteria are a list. Where values and sources fold out, Enter or Space opens them.',
    'A new token or another language changes the content in place; the focus stays.',
  ],
  examples: [
    {
      title: 'A customer’s fit',
      says: 'Points, what is unknown, the threshold, and what to ask next. The token names the customer.',
      html: '<pk-fit-score customer="undecided" scorecard="ideal-customer" token="…"></pk-fit-score>',
      shows: [
        'Vestlandske Regnskapsførerforening SA',
        'Not decided yet',
        'Ask this next',
        'When do they want it in place?',
        'Band: High',
      ],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'In another language, inside a context',
      says: 'The token is said once for all elements inside.',
      html: `<pk-context token="…" locale="nb">
  <pk-fit-score customer="yes" scorecard="ideal-customer"></pk-fit-score>
</pk-context>`,
      shows: ['Når terskelen', 'Nivå: Høy'],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'A reason to say no, and too little to say',
      says: 'What disqualifies is named; below the scorecard’s floor the points are not judged.',
      html: `<pk-context token="…">
  <pk-fit-score customer="disqualified" scorecard="ideal-customer"></pk-fit-score>
  <pk-fit-score customer="insufficient" scorecard="ideal-customer"></pk-fit-score>
</pk-context>`,
      shows: ['Disqualified', 'The customer is being wound up.', 'Too little is known'],
      tells: ['pk-load LOADED', 'pk-load LOADED'],
    },
    {
      title: 'A token that has expired',
      says: 'The page’s own server mints another; the element then asks again.',
      html: `<pk-fit-score customer="yes" scorecard="ideal-customer" token="expired" id="minted"></pk-fit-score>
<script nonce="…">
  document.querySelector('#minted').addEventListener('pk-error', async ({ target, detail }) => {
    if (detail.code !== 'TOKEN_EXPIRED') return
    target.token = await mint() // of the page's own server
  })
  async function mint() {
    return 'another'
  }
</script>`,
      shows: ['Meets the threshold'],
      hides: ['Access has expired'],
      tells: ['pk-error TOKEN_EXPIRED', 'pk-load LOADED'],
    },
    {
      title: 'The page’s own words',
      says: 'For customers that are not there, and for pages without access.',
      html: `<pk-context token="…">
  <pk-fit-score customer="missing" scorecard="ideal-customer">
    <p slot="empty">Not a customer yet.</p>
  </pk-fit-score>
  <pk-fit-score customer="yes" scorecard="ideal-customer" token="elsewhere">
    <p slot="forbidden">Ask your manager for access.</p>
  </pk-fit-score>
</pk-context>`,
      shows: ['Not a customer yet.', 'Ask your manager for access.'],
      tells: ['pk-error FORBIDDEN', 'pk-load NOT_FOUND'],
    },
    {
      title: 'In the page’s own looks',
      says: 'Parts can be left out, too.',
      html: `<style nonce="…">
  .slim { --pk-accent: #5b3df5; --pk-font-heading: system-ui }
  .slim::part(coverage), .slim::part(scorecard) { display: none }
</style>
<pk-fit-score class="slim" customer="yes" scorecard="ideal-customer" token="…"></pk-fit-score>`,
      shows: ['Meets the threshold'],
      hides: ['of the scorecard is known'],
      tells: ['pk-load LOADED'],
    },
  ],
}
