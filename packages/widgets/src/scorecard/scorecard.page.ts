import type { ElementPage } from '../element/element-page.ts'

export const scorecardPage: ElementPage = {
  accessibility: [
    'Each criterion is a group of radio buttons under its question: Tab reaches the group, the arrow keys choose.',
    'A choice is kept at once, and a status says that it was or was not.',
    'The note belongs to the answer and is kept with it when the field is left.',
  ],
  examples: [
    {
      title: 'The open criteria',
      says: 'The token names the customer and says `answers`; its `reader` is whose answers they are.',
      html: '<pk-scorecard customer="undecided" scorecard="ideal-customer" token="…"></pk-scorecard>',
      shows: ['Hvor tydelig er behovet?', 'Not known yet', 'Why?'],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'Answering',
      says: 'The page hears of each answer and can bring its own figures up to date.',
      html: `<pk-scorecard customer="undecided" scorecard="ideal-customer" token="…" id="answered"></pk-scorecard>
<output for="answered"></output>
<script nonce="…">
  document.querySelector('#answered').addEventListener('pk-answer', ({ detail }) => {
    document.querySelector('output[for=answered]').textContent = 'The page heard: ' + detail.message
  })
</script>`,
      clicks: 'Ikke i år',
      shows: ['The answer is kept', 'The page heard: The answer was kept.'],
      tells: ['pk-answer ANSWERED', 'pk-load LOADED', 'pk-load LOADED'],
    },
    {
      title: 'Beside the fit, in another language',
      says: 'Both have what they ask for in one request.',
      html: `<pk-context token="…" locale="nb">
  <pk-scorecard customer="undecided" scorecard="ideal-customer"></pk-scorecard>
  <pk-fit-score customer="undecided" scorecard="ideal-customer"></pk-fit-score>
</pk-context>`,
      shows: ['Vet ikke ennå', 'Ikke avgjort ennå'],
      tells: ['pk-load LOADED', 'pk-load LOADED'],
    },
    {
      title: 'In the page’s own looks and words',
      says: 'As for every element.',
      html: `<style nonce="…">
  .form { --pk-accent: #0b57d0; --pk-padding: 1rem }
  .form::part(criterion) { border: 1px solid; padding: 1rem }
</style>
<pk-scorecard class="form" customer="undecided" scorecard="ideal-customer" token="…">
  <a slot="footer" href="#help">What do the questions mean?</a>
</pk-scorecard>
<pk-scorecard customer="missing" scorecard="ideal-customer" token="…">
  <p slot="empty">Save the customer first.</p>
</pk-scorecard>`,
      shows: ['What do the questions mean?', 'Save the customer first.'],
      tells: ['pk-load LOADED', 'pk-load NOT_FOUND'],
    },
  ],
}
