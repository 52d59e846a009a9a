import { allOf } from '../core.ts'
import { ordered, toBound } from './bounds.ts'
import { type OperatorsOf, words } from './operator.ts'

const operands = { value: 'value' } as const

export const comparison: OperatorsOf<'atLeast' | 'atMost' | 'moreThan' | 'lessThan' | 'between'> = {
  atLeast: {
    accepts: ordered,
    operands,
    lower: ({ field, value }) => toBound(field, '>=', value),
    wordings: {
      nb: words('er minst', 'er minst {value}', 'er ikke {value} eller mer'),
      sv: words('är minst', 'är minst {value}', 'är inte {value} eller mer'),
      da: words('er mindst', 'er mindst {value}', 'er ikke {value} eller mere'),
      en: words('is at least', 'is at least {value}', 'is not at least {value}'),
    },
    wordingsOf: {
      time: {
        nb: words('er tidligst', 'er {value} eller senere', 'er ikke {value} eller senere'),
        sv: words('är tidigast', 'är {value} eller senare', 'är inte {value} eller senare'),
        da: words('er tidligst', 'er {value} eller senere', 'er ikke {value} eller senere'),
        en: words('is on or after', 'is on or after {value}', 'is not on or after {value}'),
      },
    },
  },
  atMost: {
    accepts: ordered,
    operands,
    lower: ({ field, value }) => toBound(field, '<=', value),
    wordings: {
      nb: words('er høyst', 'er høyst {value}', 'er ikke {value} eller mindre'),
      sv: words('är högst', 'är högst {value}', 'är inte {value} eller mindre'),
      da: words('er højst', 'er højst {value}', 'er ikke {value} eller mindre'),
      en: words('is at most', 'is at most {value}', 'is not at most {value}'),
    },
    wordingsOf: {
      time: {
        nb: words('er senest', 'er {value} eller tidligere', 'er ikke {value} eller tidligere'),
        sv: words('är senast', 'är {value} eller tidigare', 'är inte {value} eller tidigare'),
        da: words('er senest', 'er {value} eller tidligere', 'er ikke {value} eller tidligere'),
        en: words('is on or before', 'is on or before {value}', 'is not on or before {value}'),
      },
    },
  },
  moreThan: {
    accepts: ordered,
    operands,
    lower: ({ field, value }) => toBound(field, '>', value),
    wordings: {
      nb: words('er over', 'er over {value}', 'er ikke over {value}'),
      sv: words('är över', 'är över {value}', 'är inte över {value}'),
      da: words('er over', 'er over {value}', 'er ikke over {value}'),
      en: words('is more than', 'is more than {value}', 'is not more than {value}'),
    },
    wordingsOf: {
      time: {
        nb: words('er etter', 'er etter {value}', 'er ikke etter {value}'),
        sv: words('är efter', 'är efter {value}', 'är inte efter {value}'),
        da: words('er efter', 'er efter {value}', 'er ikke efter {value}'),
        en: words('is after', 'is after {value}', 'is not after {value}'),
      },
    },
  },
  lessThan: {
    accepts: ordered,
    operands,
    lower: ({ field, value }) => toBound(field, '<', value),
    wordings: {
      nb: words('er under', 'er under {value}', 'er ikke under {value}'),
      sv: words('är under', 'är under {value}', 'är inte under {value}'),
      da: words('er under', 'er under {value}', 'er ikke under {value}'),
      en: words('is less than', 'is less than {value}', 'is not less than {value}'),
    },
    wordingsOf: {
      time: {
        nb: words('er før', 'er før {value}', 'er ikke før {value}'),
        sv: words('är före', 'är före {value}', 'är inte före {value}'),
        da: words('er før', 'er før {value}', 'er ikke før {value}'),
        en: words('is before', 'is before {value}', 'is not before {value}'),
      },
    },
  },
  between: {
    accepts: ordered,
    operands: { from: 'value', to: 'value' },
    lower: ({ field, from, to }) => allOf([toBound(field, '>=', from), toBound(field, '<=', to)]),
    wordings: {
      nb: words('er mellom', 'er mellom {from} og {to}', 'er ikke mellom {from} og {to}'),
      sv: words('är mellan', 'är mellan {from} och {to}', 'är inte mellan {from} och {to}'),
      da: words('er mellem', 'er mellem {from} og {to}', 'er ikke mellem {from} og {to}'),
      en: words('is between', 'is between {from} and {to}', 'is not between {from} and {to}'),
    },
  },
}
