import type { Random } from './random.ts'

export type Country = 'NO' | 'SE' | 'DK' | 'FI'

type Words = readonly [string, ...string[]]

/** Parts that made-up company names are put together from, in the language of the country. */
const places: { readonly [C in Country]: Words } = {
  NO: [
    'Fjord',
    'Nordfjell',
    'Sør-Trønder',
    'Bølgen',
    'Myrdal',
    'Vestkyst',
    'Østmarka',
    'Lyngheim',
    'Bjørkelund',
    'Havørn',
    'Steinvik',
    'Åslia',
    'Rødtind',
    'Kvernbekk',
    'Granåsen',
    'Tjeldsund',
    'Solbakken',
    'Elvestrand',
    'Ytterøy',
    'Brattli',
  ],
  SE: [
    'Björkhaga',
    'Älvdals',
    'Sjöstrands',
    'Norrskens',
    'Lingonbackens',
    'Västkust',
    'Åsbygdens',
    'Granlunda',
    'Mälarviks',
    'Högalids',
    'Tallmo',
    'Rönnäng',
    'Skärgårds',
    'Östersjö',
  ],
  DK: [
    'Bøgely',
    'Strandby',
    'Åløkke',
    'Nørremarkens',
    'Fjordhøj',
    'Kystvejens',
    'Lyngbakken',
    'Søndervang',
    'Havnegadens',
    'Egehøj',
    'Møllebæk',
    'Solvænget',
  ],
  FI: ['Koivurannan', 'Pohjantuulen', 'Järvenpään Uusi', 'Merisalmen', 'Saarisuon', 'Kuusimäen'],
}

const trades: { readonly [C in Country]: { readonly [industry: string]: Words } } = {
  NO: {
    accounting: ['Regnskap', 'Økonomi & Regnskap', 'Regnskapsførerforening', 'Lønn og Regnskap'],
    construction: ['Bygg', 'Entreprenør', 'Byggmesterforretning', 'Anlegg'],
    software: ['Programvare', 'Data', 'Systemutvikling'],
    retail: ['Handel', 'Butikkdrift', 'Sport og Fritid'],
    manufacturing: ['Mekaniske', 'Industri', 'Møbelfabrikk'],
    logistics: ['Transport', 'Spedisjon', 'Godslinje'],
    healthcare: ['Tannhelse', 'Fysioterapi', 'Legesenter'],
    hospitality: ['Kafé', 'Gjestgiveri', 'Fjellstue', 'Pensjonat'],
    publicSector: ['Kommunale Tjenester', 'Interkommunale'],
    energy: ['Kraft', 'Energi'],
    education: ['Folkehøgskole', 'Kursenter'],
    agriculture: ['Landbruk', 'Gårdsdrift'],
  },
  SE: {
    accounting: ['Redovisning', 'Ekonomibyrå'],
    construction: ['Bygg', 'Entreprenad', 'Byggnadssnickeri'],
    software: ['Mjukvara', 'Datasystem'],
    retail: ['Handel', 'Järnhandel'],
    manufacturing: ['Mekaniska', 'Möbelfabrik'],
    logistics: ['Åkeri', 'Logistik'],
    healthcare: ['Tandvård', 'Vårdcentral'],
    hospitality: ['Kafé', 'Värdshus', 'Pensionat'],
    publicSector: ['Kommunala Tjänster'],
    energy: ['Energi', 'Kraft'],
    education: ['Folkhögskola'],
    agriculture: ['Lantbruk'],
  },
  DK: {
    accounting: ['Regnskab', 'Bogføring'],
    construction: ['Byg', 'Entreprise', 'Tømrerforretning'],
    software: ['Software', 'Datasystemer'],
    retail: ['Handel', 'Isenkram'],
    manufacturing: ['Maskinfabrik', 'Industri'],
    logistics: ['Vognmandsforretning', 'Logistik'],
    healthcare: ['Tandklinik', 'Lægehus'],
    hospitality: ['Kro', 'Café', 'Badehotel'],
    publicSector: ['Kommunale Services'],
    energy: ['Energi', 'Varme'],
    education: ['Højskole'],
    agriculture: ['Landbrug'],
  },
  FI: {
    accounting: ['Tilitoimisto'],
    construction: ['Rakennus'],
    software: ['Ohjelmistot'],
    retail: ['Kauppa'],
    manufacturing: ['Konepaja'],
    logistics: ['Kuljetus'],
    healthcare: ['Hammaslääkärit'],
    hospitality: ['Kahvila'],
    publicSector: ['Kuntapalvelut'],
    energy: ['Energia'],
    education: ['Kansanopisto'],
    agriculture: ['Maatila'],
  },
}

const forms: { readonly [C in Country]: Words } = {
  NO: ['AS', 'AS', 'AS', 'SA', 'ANS'],
  SE: ['AB'],
  DK: ['ApS', 'A/S'],
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
    'Førde',
    'Molde',
  ],
  SE: ['Stockholm', 'Göteborg', 'Malmö', 'Uppsala', 'Umeå', 'Örebro', 'Östersund', 'Växjö'],
  DK: ['København', 'Aarhus', 'Odense', 'Aalborg', 'Esbjerg', 'Kolding'],
  FI: ['Helsinki', 'Tampere', 'Turku', 'Oulu'],
}

const firstNames: { readonly [C in Country]: Words } = {
  NO: [
    'Ingrid',
    'Bjørn',
    'Solveig',
    'Håkon',
    'Åse',
    'Eirik',
    'Marit',
    'Øyvind',
    'Kari',
    'Sindre',
    'Ragnhild',
    'Tor',
    'Maja',
    'Jens',
  ],
  SE: ['Astrid', 'Göran', 'Märta', 'Björn', 'Elin', 'Åke', 'Karin', 'Lennart', 'Saga', 'Anders'],
  DK: ['Mette', 'Søren', 'Kirsten', 'Jørgen', 'Freja', 'Niels', 'Birgitte', 'Rasmus'],
  FI: ['Aino', 'Eero', 'Helmi', 'Väinö', 'Päivi'],
}

const lastNames: { readonly [C in Country]: Words } = {
  NO: [
    'Haugland',
    'Nygård',
    'Sæther',
    'Bråten',
    'Lindøy',
    'Ødegård',
    'Myklebust',
    'Tangen',
    'Rønning',
    'Vågslid',
  ],
  SE: ['Lindqvist', 'Sjöberg', 'Åkerman', 'Nordström', 'Hällgren', 'Ekdahl'],
  DK: ['Kjærgaard', 'Mølgaard', 'Østergaard', 'Thygesen', 'Bisgaard'],
  FI: ['Mäkinen', 'Lehtonen', 'Korhonen', 'Heikkilä'],
}

/** A made-up company's name; `number` tells apart those that would be the same. */
export function companyName(random: Random, country: Country, industry: string, number: number): string {
  const trade = random.pick(trades[country][industry] ?? ['Drift'])
  const branch = number > 1 ? ` ${number}` : ''
  return `${random.pick(places[country])} ${trade}${branch} ${random.pick(forms[country])}`
}

export function personName(
  random: Random,
  country: Country,
): { readonly first: string; readonly last: string } {
  return { first: random.pick(firstNames[country]), last: random.pick(lastNames[country]) }
}
