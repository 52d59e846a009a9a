import type { ElementPage } from '../element/element-page.ts'

export const surveyPage: ElementPage = {
  accessibility: ['The notice is a heading with a sentence.'],
  examples: [
    {
      title: 'Not open',
      says: 'Until the server has surveys, this is what it says.',
      html: '<pk-survey survey="after-purchase"></pk-survey>',
      shows: ['This survey is not open'],
      tells: ['pk-load NOT_FOUND'],
    },
    {
      title: 'The page’s own words, in another language',
      says: 'As for every element.',
      html: `<pk-context locale="nb">
  <pk-survey survey="after-purchase"></pk-survey>
  <pk-survey survey="after-purchase"><p slot="empty">Undersøkelsen åpner i mai.</p></pk-survey>
</pk-context>`,
      shows: ['Undersøkelsen er ikke åpen', 'Undersøkelsen åpner i mai.'],
      tells: ['pk-load NOT_FOUND', 'pk-load NOT_FOUND'],
    },
  ],
}
