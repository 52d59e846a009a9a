import type { Text } from '../language/say.ts'

export const scorecardTexts = {
  unsure: ['Vet ikke ennå', 'Vet inte än', 'Ved ikke endnu', 'Not known yet'],
  note: ['Hvorfor?', 'Varför?', 'Hvorfor?', 'Why?'],
  choose: ['Velg et svar først', 'Välj ett svar först', 'Vælg et svar først', 'Choose an answer first'],
  saving: ['Lagrer …', 'Sparar …', 'Gemmer …', 'Saving …'],
  saved: ['Svaret er lagret', 'Svaret är sparat', 'Svaret er gemt', 'The answer is kept'],
  failed: [
    'Svaret ble ikke lagret. Prøv igjen.',
    'Svaret sparades inte. Försök igen.',
    'Svaret blev ikke gemt. Prøv igen.',
    'The answer was not kept. Try again.',
  ],
  nothing: [
    'Ingen spørsmål å svare på',
    'Inga frågor att svara på',
    'Ingen spørgsmål at svare på',
    'No questions to answer',
  ],
} satisfies Record<string, Text>
