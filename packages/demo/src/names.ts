import { firstNames, lastNames, type Words } from './person-names.ts'
import type { Random } from './random.ts'
import { trades } from './trades.ts'

export type Country = 'NO' | 'SE' | 'DK' | 'FI'

/** Names of places that are on no map: a bird, beast or berry, and a lie of the land. */
const places: { readonly [C in Country]: readonly [Words, Words] } = {
  NO: [
    [
      'Gaupe',
      'Rype',
      'Skarv',
      'Multe',
      'Jerv',
      'Snømus',
      'Orrhane',
      'Tiur',
      'Havsule',
      'Måltrost',
      'Krykkje',
      'Tyttebær',
      'Blåveis',
      'Åkerrikse',
      'Sjøørret',
      'Hønsehauk',
    ],
    [
      'stølen',
      'hamna',
      'tinden',
      'brekka',
      'oddet',
      'vika',
      'myra',
      'åsen',
      'sletta',
      'botnen',
      'halsen',
      'skardet',
      'tjønna',
      'bekken',
    ],
  ],
  SE: [
    [
      'Tjäder',
      'Hjortron',
      'Hermelin',
      'Lodjurs',
      'Lingon',
      'Storspovs',
      'Blåhake',
      'Smultron',
      'Järv',
      'Rödräv',
      'Åkerbärs',
      'Ängshöks',
    ],
    ['åsen', 'tjärnen', 'klinten', 'höjden', 'sundet', 'myren', 'ängen', 'backen', 'näset', 'forsen'],
  ],
  DK: [
    [
      'Grævlinge',
      'Vibe',
      'Odder',
      'Brombær',
      'Hyben',
      'Strandskade',
      'Mårhunde',
      'Tårnugle',
      'Gøge',
      'Rørdrum',
      'Æblerose',
    ],
    ['bakken', 'kæret', 'engen', 'mosen', 'lunden', 'højen', 'vangen', 'næsset', 'skrænten'],
  ],
  FI: [
    ['Riekko', 'Ahma', 'Karpalo', 'Metso', 'Kuukkeli', 'Näätä', 'Hilla', 'Saukko', 'Mesimarja'],
    ['suon', 'harjun', 'lammen', 'niemen', 'vaaran', 'rannan', 'kosken'],
  ],
}

/** What an old association or cooperative adds to the name of its place. */
const wide: { readonly [C in Country]: string } = {
  NO: 'og Omegn',
  SE: 'med Omnejd',
  DK: 'og Omegns',
  FI: 'Seudun',
}

const forms: { readonly [C in Country]: Words } = {
  NO: ['AS', 'AS', 'AS', 'AS', 'SA', 'ANS'],
  SE: ['AB'],
  DK: ['ApS', 'ApS', 'A/S'],
  FI: ['Oy'],
}

export const municipalities: { readonly [C in Country]: Words } = {
  NO: [
    'Oslo',
    'Bergen',
    'Trondheim',
    'Stavanger',
    'Kristiansand',
    'Tromsø',
    'Drammen',
    'Ålesund',
    'Bodø',
    'Hamar',
    'Sunnfjord',
    'Molde',
    'Bærum',
    'Sandnes',
    'Tønsberg',
    'Alta',
    'Lørenskog',
    'Ringsaker',
    'Voss',
    'Karasjok',
  ],
  SE: [
    'Stockholm',
    'Göteborg',
    'Malmö',
    'Uppsala',
    'Umeå',
    'Örebro',
    'Östersund',
    'Växjö',
    'Västerås',
    'Jönköping',
    'Luleå',
    'Karlstad',
  ],
  DK: [
    'København',
    'Aarhus',
    'Odense',
    'Aalborg',
    'Esbjerg',
    'Kolding',
    'Næstved',
    'Køge',
    'Sønderborg',
    'Viborg',
  ],
  FI: ['Helsinki', 'Tampere', 'Turku', 'Oulu', 'Jyväskylä', 'Vaasa', 'Porvoo'],
}

/** A made-up company's name in two parts: the legal form is no part of what people call it. */
export function companyName(
  random: Random,
  country: Country,
  industry: string,
): { readonly short: string; readonly form: string } {
  const [first, last] = places[country]
  const place = random.pick(first) + random.pick(last)
  const trade = random.pick(trades[country][industry] ?? ['Drift'])
  const isWide = random.chance(0.08)
  const short = isWide ? `${place} ${wide[country]} ${trade}` : `${place} ${trade}`
  return { short, form: isWide && country === 'NO' ? 'SA' : random.pick(forms[country]) }
}

export function personName(
  random: Random,
  country: Country,
): { readonly first: string; readonly last: string } {
  return { first: random.pick(firstNames[country]), last: random.pick(lastNames[country]) }
}
