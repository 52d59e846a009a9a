import type { ElementPage } from '../element/element-page.ts'

export const segmentSizePage: ElementPage = {
  accessibility: ['The name is a heading of `heading-level`; number and rule follow it as text.'],
  examples: [
    {
      title: 'How many there are',
      says: 'With the rule as a sentence. The token’s `segments` name it.',
      html: '<pk-segment-size segment="growing" token="…"></pk-segment-size>',
      shows: ['Growing firms', '1,234', 'Employees is between 20 and 100.'],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'Few, in another language',
      says: 'A number below ten is not told: it could point at somebody.',
      html: `<pk-context token="…" locale="nb">
  <pk-segment-size segment="few"></pk-segment-size>
</pk-context>`,
      shows: ['Færre enn ti'],
      tells: ['pk-load LOADED'],
    },
    {
      title: 'In the page’s own looks and words',
      says: 'A figure on a dashboard, and a segment that is not there.',
      html: `<style nonce="…">
  .figure { --pk-min-height: 8rem; --pk-accent: #146c2e }
  .figure::part(count) { font-size: 1.5rem }
  .figure::part(sentence) { display: none }
</style>
<pk-segment-size class="figure" segment="growing" token="…"></pk-segment-size>
<pk-segment-size segment="missing" token="…">
  <p slot="empty">This segment was merged into another.</p>
</pk-segment-size>`,
      shows: ['1,234', 'This segment was merged into another.'],
      hides: ['Employees is between 20 and 100.'],
      tells: ['pk-load LOADED', 'pk-load NOT_FOUND'],
    },
  ],
}
