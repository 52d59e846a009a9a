import type { Locale } from '@profilkort/domain/locales/locale'

type Advice = 'api' | 'key' | 'token' | 'attribute' | 'unauthenticated' | 'forbidden'

/** What the web team should check, in words that tell an outsider nothing. */
export function advise(locale: Locale, code: string): string {
  return texts[locale][adviceOf(code)]
}

function adviceOf(code: string): Advice {
  switch (code) {
    case 'MISSING_API':
      return 'api'
    case 'MISSING_KEY':
      return 'key'
    case 'MISSING_TOKEN':
      return 'token'
    case 'MISSING_ATTRIBUTE':
      return 'attribute'
    case 'UNAUTHENTICATED':
      return 'unauthenticated'
    default:
      return 'forbidden'
  }
}

const texts = {
  nb: {
    api: 'Last skriptet fra Profilkort-tjeneren med en script-tagg, eller sett attributtet «api» til tjenerens adresse.',
    key: 'Gi script-taggen en offentlig nøkkel i «data-key», eller elementet en i «key».',
    token: 'Gi elementet et innbyggingstoken i «token». Sidens egen tjener lager det med en hemmelig nøkkel.',
    attribute:
      'Elementet mangler et attributt: «profile» på et profilkort, «customer» og «scorecard» på et kundetreff.',
    unauthenticated:
      'Sjekk at nøkkelen eller tokenet er kopiert helt, ikke er trukket tilbake og hører til denne tjeneren.',
    forbidden:
      'Sjekk at sidens adresse står blant nøkkelens opphav, og at skriptet er lastet fra samme tjener som svarer.',
  },
  sv: {
    api: 'Ladda skriptet från Profilkort-servern med en script-tagg, eller sätt attributet ”api” till serverns adress.',
    key: 'Ge script-taggen en publik nyckel i ”data-key”, eller elementet en i ”key”.',
    token: 'Ge elementet en inbäddningstoken i ”token”. Sidans egen server skapar den med en hemlig nyckel.',
    attribute:
      'Elementet saknar ett attribut: ”profile” på ett profilkort, ”customer” och ”scorecard” på en kundpassning.',
    unauthenticated:
      'Kontrollera att nyckeln eller token är helt kopierad, inte återkallad och hör till den här servern.',
    forbidden:
      'Kontrollera att sidans adress finns bland nyckelns ursprung och att skriptet laddas från servern som svarar.',
  },
  da: {
    api: 'Hent scriptet fra Profilkort-serveren med et script-tag, eller sæt attributten »api« til serverens adresse.',
    key: 'Giv script-tagget en offentlig nøgle i »data-key«, eller elementet en i »key«.',
    token: 'Giv elementet et indlejringstoken i »token«. Sidens egen server laver det med en hemmelig nøgle.',
    attribute:
      'Elementet mangler en attribut: »profile« på et profilkort, »customer« og »scorecard« på et kundematch.',
    unauthenticated:
      'Tjek, at nøglen eller tokenet er kopieret helt, ikke er trukket tilbage og hører til denne server.',
    forbidden:
      'Tjek, at sidens adresse står blandt nøglens oprindelser, og at scriptet hentes fra den server, der svarer.',
  },
  en: {
    api: 'Load the script from the Profilkort server with a script tag, or set the “api” attribute to its address.',
    key: 'Give the script tag a publishable key in “data-key”, or the element one in “key”.',
    token: 'Give the element an embed token in “token”. The page’s own server makes it with a secret key.',
    attribute:
      'The element lacks an attribute: “profile” on a profile card, “customer” and “scorecard” on a fit score.',
    unauthenticated:
      'Check that the key or token was copied whole, has not been revoked and belongs to this server.',
    forbidden:
      'Check that the page’s address is among the key’s origins, and that the script came from the server that answers.',
  },
} as const satisfies Record<Locale, Record<Advice, string>>
