import { in4 } from '../../locales/locale.ts'
import { field, option } from './field.ts'

/** How they are reached, what they buy, and what has passed between us. */
export const channels = field(
  'channels',
  in4('Foretrukne kanaler', 'Föredragna kanaler', 'Foretrukne kanaler', 'Preferred channels'),
  in4('Der de er å treffe.', 'Där man når dem.', 'Der, hvor man møder dem.', 'Where to reach them.'),
  { kind: 'list' },
)

export const buyingPattern = field(
  'buyingPattern',
  in4('Kjøpsmønster', 'Köpmönster', 'Købsmønster', 'Buying pattern'),
  in4(
    'Hvor ofte de kjøper, hvor mye om gangen, og hva som får dem til å komme igjen.',
    'Hur ofta de köper, hur mycket åt gången och vad som får dem att komma tillbaka.',
    'Hvor ofte de køber, hvor meget ad gangen, og hvad der får dem til at komme igen.',
    'How often they buy, how much at a time and what brings them back.',
  ),
  { kind: 'longText' },
)

export const purchaseFrequency = field(
  'purchaseFrequency',
  in4('Hvor ofte de kjøper', 'Hur ofta de köper', 'Hvor ofte de køber', 'How often they buy'),
  in4('Velg det vanligste.', 'Välj det vanligaste.', 'Vælg det mest almindelige.', 'Choose the most usual.'),
  {
    kind: 'choice',
    options: [
      option('weekly', 'Hver uke', 'Varje vecka', 'Hver uge', 'Every week'),
      option('monthly', 'Hver måned', 'Varje månad', 'Hver måned', 'Every month'),
      option(
        'yearly',
        'Noen ganger i året',
        'Några gånger om året',
        'Nogle gange om året',
        'A few times a year',
      ),
      option(
        'rarely',
        'Sjeldnere enn én gang i året',
        'Mer sällan än en gång om året',
        'Sjældnere end én gang om året',
        'Less than once a year',
      ),
      option('once', 'Bare én gang', 'Bara en gång', 'Kun én gang', 'Only once'),
    ],
  },
)

export const orderValue = field(
  'orderValue',
  in4('Et vanlig kjøp', 'Ett vanligt köp', 'Et almindeligt køb', 'A usual purchase'),
  in4(
    'Det de vanligvis bruker hver gang de kjøper.',
    'Det de brukar lägga varje gång de köper.',
    'Det, de plejer at bruge, hver gang de køber.',
    'What they usually spend each time they buy.',
  ),
  { kind: 'money', visibility: 'internal' },
)

export const interactionHistory = field(
  'interactionHistory',
  in4('Kontakten hittil', 'Kontakten hittills', 'Kontakten indtil nu', 'Interaction history'),
  in4(
    'Hvordan de pleier å finne dere, hva de spør om, og hva de har vært fornøyde og misfornøyde med.',
    'Hur de brukar hitta er, vad de frågar om och vad de har varit nöjda och missnöjda med.',
    'Hvordan de plejer at finde jer, hvad de spørger om, og hvad de har været tilfredse og utilfredse med.',
    'How they tend to find you, what they ask and what has pleased and displeased them.',
  ),
  { kind: 'longText', visibility: 'internal' },
)

export const tenure = field(
  'tenure',
  in4('Så lenge blir de', 'Så länge stannar de', 'Så længe bliver de', 'How long they stay'),
  in4(
    'Hvor mange år en slik kunde vanligvis er hos dere.',
    'Hur många år en sådan kund brukar stanna hos er.',
    'Hvor mange år sådan en kunde plejer at blive hos jer.',
    'How many years such a customer usually stays with you.',
  ),
  { kind: 'number', unit: 'year', visibility: 'internal' },
)

export const productsUsed = field(
  'productsUsed',
  in4('Produkter i bruk', 'Produkter de använder', 'Produkter i brug', 'Products used'),
  in4(
    'Det de bruker i dag, fra dere og fra andre.',
    'Det de använder i dag, från er och från andra.',
    'Det, de bruger i dag, fra jer og fra andre.',
    'What they use today, from you and from others.',
  ),
  { kind: 'list' },
)

export const benefits = field(
  'benefits',
  in4('Nytten de har', 'Nyttan de har', 'Den gavn, de har', 'Benefits in use'),
  in4(
    'Det produktet faktisk gjør lettere for dem, med deres egne ord.',
    'Det produkten faktiskt gör lättare för dem, med deras egna ord.',
    'Det, produktet faktisk gør lettere for dem, med deres egne ord.',
    'What the product does make easier for them, in their own words.',
  ),
  { kind: 'list' },
)

export const difficulties = field(
  'difficulties',
  in4('Vansker i bruk', 'Svårigheter i användningen', 'Vanskeligheder i brug', 'Difficulties in use'),
  in4(
    'Det de strever med, og det de ringer om.',
    'Det de kämpar med och det de ringer om.',
    'Det, de kæmper med, og det, de ringer om.',
    'What they struggle with, and what they call about.',
  ),
  { kind: 'list', visibility: 'partner' },
)
