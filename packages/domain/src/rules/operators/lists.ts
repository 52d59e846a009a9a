import { allOf, among, negate } from '../core.ts'
import { type OperatorsOf, words } from './operator.ts'

const accepts = ['text', 'choice', 'choices'] as const
const operands = { values: 'values' } as const

export const lists: OperatorsOf<'oneOf' | 'noneOf' | 'includesAll'> = {
  oneOf: {
    accepts,
    operands,
    lower: ({ field, values }) => among(field, values),
    wordings: {
      nb: words('er en av', 'er {any}', 'er ikke {any}'),
      sv: words('är en av', 'är {any}', 'är inte {any}'),
      da: words('er en af', 'er {any}', 'er ikke {any}'),
      en: words('is one of', 'is one of {any}', 'is not one of {any}'),
    },
    wordingsOf: {
      choices: {
        nb: words('omfatter minst én av', 'omfatter {any}', 'omfatter ikke {any}'),
        sv: words('omfattar minst en av', 'omfattar {any}', 'omfattar inte {any}'),
        da: words('omfatter mindst én af', 'omfatter {any}', 'omfatter ikke {any}'),
        en: words('includes any of', 'includes {any}', 'does not include {any}'),
      },
    },
  },
  noneOf: {
    accepts,
    operands,
    lower: ({ field, values }) => negate(among(field, values)),
    wordings: {
      nb: words('er ingen av', 'er ikke {any}', 'er {any}'),
      sv: words('är ingen av', 'är inte {any}', 'är {any}'),
      da: words('er ingen af', 'er ikke {any}', 'er {any}'),
      en: words('is none of', 'is not one of {any}', 'is one of {any}'),
    },
    wordingsOf: {
      choices: {
        nb: words('omfatter ingen av', 'omfatter ikke {any}', 'omfatter {any}'),
        sv: words('omfattar ingen av', 'omfattar inte {any}', 'omfattar {any}'),
        da: words('omfatter ingen af', 'omfatter ikke {any}', 'omfatter {any}'),
        en: words('includes none of', 'does not include {any}', 'includes {any}'),
      },
    },
  },
  includesAll: {
    accepts: ['choices'],
    operands,
    lower: ({ field, values }) => allOf(values.map((value) => among(field, [value]))),
    wordings: {
      nb: words('omfatter alle av', 'omfatter {every}', 'omfatter ikke alle av {every}'),
      sv: words('omfattar alla av', 'omfattar {every}', 'omfattar inte alla av {every}'),
      da: words('omfatter alle af', 'omfatter {every}', 'omfatter ikke alle af {every}'),
      en: words('includes all of', 'includes {every}', 'does not include all of {every}'),
    },
  },
}
