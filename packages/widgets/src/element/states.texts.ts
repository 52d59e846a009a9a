import type { Text } from '../language/say.ts'

/** What every element says when it has nothing to show, and its buttons. */
export const stateTexts = {
  loading: ['Laster …', 'Laddar …', 'Indlæser …', 'Loading …'],
  empty: [
    'Her er det ingenting å vise',
    'Här finns inget att visa',
    'Her er ikke noget at vise',
    'There is nothing to show here',
  ],
  emptyText: [
    'Det kan være flyttet, avpublisert eller ikke skrevet ennå.',
    'Det kan ha flyttats, avpublicerats eller inte vara skrivet än.',
    'Det kan være flyttet, afpubliceret eller ikke skrevet endnu.',
    'It may have been moved or unpublished, or is yet to be written.',
  ],
  error: [
    'Innholdet lot seg ikke hente',
    'Innehållet gick inte att hämta',
    'Indholdet kunne ikke hentes',
    'This could not be fetched',
  ],
  errorText: [
    'Tjenesten svarer ikke akkurat nå. Resten av siden virker som før.',
    'Tjänsten svarar inte just nu. Resten av sidan fungerar som vanligt.',
    'Tjenesten svarer ikke lige nu. Resten af siden virker som før.',
    'The service is not answering right now. The rest of the page works as usual.',
  ],
  offline: ['Du er uten nett', 'Du är offline', 'Du er offline', 'You are offline'],
  offlineText: [
    'Innholdet hentes når nettet er tilbake.',
    'Innehållet hämtas när du är online igen.',
    'Indholdet hentes, når du er online igen.',
    'This is fetched when you are online again.',
  ],
  paused: ['Satt på pause', 'Pausat', 'Sat på pause', 'Paused'],
  pausedText: [
    'Innholdet vises når siden eller tjenesten er klar for det.',
    'Innehållet visas när sidan eller tjänsten är redo.',
    'Indholdet vises, når siden eller tjenesten er klar til det.',
    'This is shown when the page or the service is ready for it.',
  ],
  forbidden: [
    'Innholdet kan ikke vises her',
    'Innehållet kan inte visas här',
    'Indholdet kan ikke vises her',
    'This cannot be shown here',
  ],
  forbiddenText: [
    'Denne siden har ikke tilgang til det.',
    'Den här sidan har inte åtkomst till det.',
    'Denne side har ikke adgang til det.',
    'This page has no access to it.',
  ],
  forWebTeam: [
    'For den som drifter siden',
    'För den som sköter sidan',
    'For den, der driver siden',
    'For those who run the page',
  ],
  expired: [
    'Tilgangen har gått ut på tid',
    'Åtkomsten har gått ut',
    'Adgangen er udløbet',
    'Access has expired',
  ],
  expiredText: [
    'Den varer bare en kort stund. Last siden på nytt for å se innholdet igjen.',
    'Den gäller bara en kort stund. Ladda om sidan för att se innehållet igen.',
    'Den gælder kun kort tid. Genindlæs siden for at se indholdet igen.',
    'It only lasts a short while. Reload the page to see this again.',
  ],
  retry: ['Prøv igjen', 'Försök igen', 'Prøv igen', 'Try again'],
  retrying: ['Prøver igjen …', 'Försöker igen …', 'Prøver igen …', 'Trying again …'],
  reloadPage: ['Last siden på nytt', 'Ladda om sidan', 'Genindlæs siden', 'Reload the page'],
} satisfies Record<string, Text>
