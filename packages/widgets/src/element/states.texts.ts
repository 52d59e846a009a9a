import type { Text } from '../language/say.ts'

/**
 * What every element says when it has nothing to show, and its buttons: one sentence for a state, which tells what is the
 * matter and what becomes of it.
 */
export const stateTexts = {
  loading: ['Laster …', 'Laddar …', 'Indlæser …', 'Loading …'],
  error: [
    'Innholdet kan ikke hentes akkurat nå',
    'Innehållet kan inte hämtas just nu',
    'Indholdet kan ikke hentes lige nu',
    'This cannot be fetched right now',
  ],
  offline: [
    'Innholdet hentes når du er på nett igjen',
    'Innehållet hämtas när du är online igen',
    'Indholdet hentes, når du er online igen',
    'This is fetched when you are online again',
  ],
  paused: [
    'Innholdet vises når siden er klar',
    'Innehållet visas när sidan är klar',
    'Indholdet vises, når siden er klar',
    'This is shown when the page is ready',
  ],
  forbidden: [
    'Innholdet kan ikke vises her',
    'Innehållet kan inte visas här',
    'Indholdet kan ikke vises her',
    'This cannot be shown here',
  ],
  expired: ['Tilgangen er utløpt', 'Åtkomsten har gått ut', 'Adgangen er udløbet', 'Access has expired'],
  details: ['Detaljer', 'Detaljer', 'Detaljer', 'Details'],
  retry: ['Prøv igjen', 'Försök igen', 'Prøv igen', 'Try again'],
  reload: ['Last siden på nytt', 'Ladda om sidan', 'Genindlæs siden', 'Reload the page'],
} satisfies Record<string, Text>
