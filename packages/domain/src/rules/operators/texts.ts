import { match } from '../core.ts'
import { fold } from '../fold.ts'
import { type OperatorsOf, words } from './operator.ts'

const operands = { text: 'text' } as const

export const texts: OperatorsOf<'contains' | 'startsWith' | 'endsWith'> = {
  contains: {
    accepts: ['text'],
    operands,
    lower: ({ field, text }) => match(field, 'contains', fold(text)),
    wordings: {
      nb: words('inneholder', 'inneholder {text}', 'inneholder ikke {text}'),
      sv: words('innehåller', 'innehåller {text}', 'innehåller inte {text}'),
      da: words('indeholder', 'indeholder {text}', 'indeholder ikke {text}'),
      en: words('contains', 'contains {text}', 'does not contain {text}'),
    },
  },
  startsWith: {
    accepts: ['text'],
    operands,
    lower: ({ field, text }) => match(field, 'startsWith', fold(text)),
    wordings: {
      nb: words('begynner med', 'begynner med {text}', 'begynner ikke med {text}'),
      sv: words('börjar med', 'börjar med {text}', 'börjar inte med {text}'),
      da: words('begynder med', 'begynder med {text}', 'begynder ikke med {text}'),
      en: words('starts with', 'starts with {text}', 'does not start with {text}'),
    },
  },
  endsWith: {
    accepts: ['text'],
    operands,
    lower: ({ field, text }) => match(field, 'endsWith', fold(text)),
    wordings: {
      nb: words('slutter på', 'slutter på {text}', 'slutter ikke på {text}'),
      sv: words('slutar på', 'slutar på {text}', 'slutar inte på {text}'),
      da: words('ender på', 'ender på {text}', 'ender ikke på {text}'),
      en: words('ends with', 'ends with {text}', 'does not end with {text}'),
    },
  },
}
