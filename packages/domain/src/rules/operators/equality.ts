import { among, type CoreField, type CoreRule, compare, flag, negate } from '../core.ts'
import { type OperatorsOf, words } from './operator.ts'

const accepts = ['text', 'choice', 'number', 'boolean'] as const
const operands = { value: 'value' } as const

export const equality: OperatorsOf<'is' | 'isNot'> = {
  is: {
    accepts,
    operands,
    lower: ({ field, value }) => equals(field, value),
    wordings: {
      nb: words('er', 'er {value}', 'er ikke {value}'),
      sv: words('är', 'är {value}', 'är inte {value}'),
      da: words('er', 'er {value}', 'er ikke {value}'),
      en: words('is', 'is {value}', 'is not {value}'),
    },
  },
  isNot: {
    accepts,
    operands,
    lower: ({ field, value }) => negate(equals(field, value)),
    wordings: {
      nb: words('er ikke', 'er ikke {value}', 'er {value}'),
      sv: words('är inte', 'är inte {value}', 'är {value}'),
      da: words('er ikke', 'er ikke {value}', 'er {value}'),
      en: words('is not', 'is not {value}', 'is {value}'),
    },
  },
}

function equals(field: CoreField, value: string | number | boolean): CoreRule {
  if (typeof value === 'string') return among(field, [value])
  return typeof value === 'number' ? compare(field, '=', value) : flag(field, value)
}
