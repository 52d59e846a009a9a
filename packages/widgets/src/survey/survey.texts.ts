import type { Text } from '../language/say.ts'

export const surveyTexts = {
  empty: [
    'Undersøkelsen er ikke åpen',
    'Undersökningen är inte öppen',
    'Undersøgelsen er ikke åben',
    'This survey is not open',
  ],
} satisfies Record<string, Text>
