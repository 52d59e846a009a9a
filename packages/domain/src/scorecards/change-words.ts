import { in4, type Translated } from '../locales/locale.ts'
import type { ChangedThing, PartName } from './diff.ts'

/** What came, went and changed, with a slot for the name. */
export const thingWords: {
  readonly [W in Exclude<ChangedThing, 'order' | 'scorecard'>]: {
    readonly added: Translated
    readonly removed: Translated
    readonly changed: Translated
  }
} = {
  criterion: {
    added: in4('Nytt kriterium', 'Nytt kriterium', 'Nyt kriterium', 'New criterion'),
    removed: in4('Fjernet kriterium', 'Borttaget kriterium', 'Fjernet kriterium', 'Removed criterion'),
    changed: in4('Endret kriterium', 'Ändrat kriterium', 'Ændret kriterium', 'Changed criterion'),
  },
  group: {
    added: in4('Ny gruppe', 'Ny grupp', 'Ny gruppe', 'New group'),
    removed: in4('Fjernet gruppe', 'Borttagen grupp', 'Fjernet gruppe', 'Removed group'),
    changed: in4('Endret gruppe', 'Ändrad grupp', 'Ændret gruppe', 'Changed group'),
  },
  band: {
    added: in4('Nytt nivå', 'Ny nivå', 'Nyt niveau', 'New band'),
    removed: in4('Fjernet nivå', 'Borttagen nivå', 'Fjernet niveau', 'Removed band'),
    changed: in4('Endret nivå', 'Ändrad nivå', 'Ændret niveau', 'Changed band'),
  },
  disqualifier: {
    added: in4('Ny diskvalifisering', 'Ny diskvalificering', 'Ny diskvalificering', 'New disqualifier'),
    removed: in4(
      'Fjernet diskvalifisering',
      'Borttagen diskvalificering',
      'Fjernet diskvalificering',
      'Removed disqualifier',
    ),
    changed: in4(
      'Endret diskvalifisering',
      'Ändrad diskvalificering',
      'Ændret diskvalificering',
      'Changed disqualifier',
    ),
  },
}

export const orderWords = in4(
  'Kriteriene står i en annen rekkefølge',
  'Kriterierna står i en annan ordning',
  'Kriterierne står i en anden rækkefølge',
  'The criteria stand in another order',
)

export const nothing = in4('ingen', 'ingen', 'ingen', 'none')

export const partWords: { readonly [P in PartName]: Translated } = {
  label: in4('navn', 'namn', 'navn', 'name'),
  weight: in4('vekt', 'vikt', 'vægt', 'weight'),
  group: in4('gruppe', 'grupp', 'gruppe', 'group'),
  two: in4('2 poeng når', '2 poäng när', '2 point, når', '2 points when'),
  one: in4('1 poeng når', '1 poäng när', '1 point, når', '1 point when'),
  question: in4('spørsmål', 'fråga', 'spørgsmål', 'question'),
  choice0: in4('0 poeng står for', '0 poäng står för', '0 point står for', '0 points stand for'),
  choice1: in4('1 poeng står for', '1 poäng står för', '1 point står for', '1 point stands for'),
  choice2: in4('2 poeng står for', '2 poäng står för', '2 point står for', '2 points stand for'),
  decay: in4('svarene eldes', 'svaren åldras', 'svarene ældes', 'answers age'),
  cap: in4('gir høyst', 'ger högst', 'giver højst', 'gives at most'),
  from: in4('begynner ved prosent', 'börjar vid procent', 'begynder ved procent', 'begins at percent'),
  reason: in4('grunn', 'skäl', 'grund', 'reason'),
  rule: in4('gjelder når', 'gäller när', 'gælder, når', 'holds when'),
  name: in4('navn', 'namn', 'navn', 'name'),
  threshold: in4('terskel', 'tröskel', 'tærskel', 'threshold'),
  coverageFloor: in4('minste dekning', 'minsta täckning', 'mindste dækning', 'least coverage'),
}

/** `etter 30 dager, ukjent etter 90`. */
export const decayWords: { readonly [L in keyof Translated]: (fresh: string, stale: string) => string } = {
  nb: (fresh, stale) => `etter ${fresh} dager, ukjent etter ${stale}`,
  sv: (fresh, stale) => `efter ${fresh} dagar, okänt efter ${stale}`,
  da: (fresh, stale) => `efter ${fresh} dage, ukendt efter ${stale}`,
  en: (fresh, stale) => `after ${fresh} days, unknown after ${stale}`,
}
