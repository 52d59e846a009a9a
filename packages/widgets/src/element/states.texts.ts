import type { Locale } from '@profilkort/domain/locales/locale'

interface StateTexts {
  readonly loading: string
  readonly emptyText: string
  readonly errorTitle: string
  readonly errorText: string
  readonly retry: string
  readonly retrying: string
  readonly forbiddenTitle: string
  readonly forbiddenText: string
  readonly forWebTeam: string
  readonly expiredTitle: string
  readonly expiredText: string
  readonly reloadPage: string
}

/** What every element says when it has nothing to show. */
export const stateTexts = {
  nb: {
    loading: 'Laster …',
    emptyText: 'Det kan være flyttet, avpublisert eller ikke skrevet ennå.',
    errorTitle: 'Innholdet lot seg ikke hente',
    errorText: 'Tjenesten svarer ikke akkurat nå. Resten av siden virker som før.',
    retry: 'Prøv igjen',
    retrying: 'Prøver igjen …',
    forbiddenTitle: 'Innholdet kan ikke vises her',
    forbiddenText: 'Denne siden har ikke tilgang til det.',
    forWebTeam: 'For den som drifter siden',
    expiredTitle: 'Tilgangen har gått ut på tid',
    expiredText: 'Den varer bare en kort stund. Last siden på nytt for å se innholdet igjen.',
    reloadPage: 'Last siden på nytt',
  },
  sv: {
    loading: 'Laddar …',
    emptyText: 'Det kan ha flyttats, avpublicerats eller inte vara skrivet än.',
    errorTitle: 'Innehållet gick inte att hämta',
    errorText: 'Tjänsten svarar inte just nu. Resten av sidan fungerar som vanligt.',
    retry: 'Försök igen',
    retrying: 'Försöker igen …',
    forbiddenTitle: 'Innehållet kan inte visas här',
    forbiddenText: 'Den här sidan har inte åtkomst till det.',
    forWebTeam: 'För den som sköter sidan',
    expiredTitle: 'Åtkomsten har gått ut',
    expiredText: 'Den gäller bara en kort stund. Ladda om sidan för att se innehållet igen.',
    reloadPage: 'Ladda om sidan',
  },
  da: {
    loading: 'Indlæser …',
    emptyText: 'Det kan være flyttet, afpubliceret eller ikke skrevet endnu.',
    errorTitle: 'Indholdet kunne ikke hentes',
    errorText: 'Tjenesten svarer ikke lige nu. Resten af siden virker som før.',
    retry: 'Prøv igen',
    retrying: 'Prøver igen …',
    forbiddenTitle: 'Indholdet kan ikke vises her',
    forbiddenText: 'Denne side har ikke adgang til det.',
    forWebTeam: 'For den, der driver siden',
    expiredTitle: 'Adgangen er udløbet',
    expiredText: 'Den gælder kun kort tid. Genindlæs siden for at se indholdet igen.',
    reloadPage: 'Genindlæs siden',
  },
  en: {
    loading: 'Loading …',
    emptyText: 'It may have been moved or unpublished, or is yet to be written.',
    errorTitle: 'This could not be fetched',
    errorText: 'The service is not answering right now. The rest of the page works as usual.',
    retry: 'Try again',
    retrying: 'Trying again …',
    forbiddenTitle: 'This cannot be shown here',
    forbiddenText: 'This page has no access to it.',
    forWebTeam: 'For those who run the page',
    expiredTitle: 'Access has expired',
    expiredText: 'It only lasts a short while. Reload the page to see this again.',
    reloadPage: 'Reload the page',
  },
} as const satisfies Record<Locale, StateTexts>
