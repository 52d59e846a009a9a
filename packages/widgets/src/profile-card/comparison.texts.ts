import type { Text } from '../language/say.ts'

export const comparisonTexts = {
  traits: ['Kjennetegn', 'Kännetecken', 'Kendetegn', 'Traits'],
} satisfies Record<string, Text>
