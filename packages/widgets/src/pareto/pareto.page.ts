import type { ElementPage } from '../element/element-page.ts'

export const paretoPage: ElementPage = {
  accessibility: [
    'The curve is a picture; a sentence says what it shows, and a table that folds out has its figures.',
    'Enter or Space opens the table.',
  ],
  examples: [
    {
      title: 'What the best customers buy',
      says: 'Of all customers with sales. The token says `pareto`.',
      html: '<pk-pareto token="…"></pk-pareto>',
      clicks: 'Show the figures',
      shows: ['The best 44 of 220 customers make up 74% of sales.', 'Share of customers'],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'In another language, in the page’s own looks',
      says: 'The curve has the page’s accent.',
      html: `<style nonce="…">
  .wide { --pk-accent: #a23b00; --pk-radius: 1.5rem }
  .wide::part(sentence) { font-size: 1.25rem }
</style>
<pk-context token="…" locale="nb">
  <pk-pareto class="wide"></pk-pareto>
</pk-context>`,
      shows: ['De 44 beste av 220 kunder står for 74 % av salget.'],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'Without access',
      says: 'The page’s own words instead of the notice.',
      html: `<pk-pareto token="elsewhere">
  <p slot="forbidden">Sales figures are for the sales team.</p>
</pk-pareto>`,
      shows: ['Sales figures are for the sales team.'],
      tells: ['pk-error FORBIDDEN'],
    },
  ],
}
