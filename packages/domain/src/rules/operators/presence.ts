import { attributeTypes } from '../../attributes/attribute.ts'
import { known, negate } from '../core.ts'
import { type OperatorsOf, words } from './operator.ts'

export const presence: OperatorsOf<'isKnown' | 'isUnknown'> = {
  isKnown: {
    accepts: attributeTypes,
    operands: {},
    lower: ({ field }) => known(field),
    wordings: {
      nb: words('er kjent', 'er kjent', 'er ukjent'),
      sv: words('har ett värde', 'har ett värde', 'saknas'),
      da: words('er kendt', 'er kendt', 'er ukendt'),
      en: words('is known', 'is known', 'is unknown'),
    },
  },
  isUnknown: {
    accepts: attributeTypes,
    operands: {},
    lower: ({ field }) => negate(known(field)),
    wordings: {
      nb: words('er ukjent', 'er ukjent', 'er kjent'),
      sv: words('saknas', 'saknas', 'har ett värde'),
      da: words('er ukendt', 'er ukendt', 'er kendt'),
      en: words('is unknown', 'is unknown', 'is known'),
    },
  },
}
