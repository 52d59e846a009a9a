import {
  type AttributeSubject,
  attributeCategories,
  type attributeTypes,
  type OptionListName,
} from '@profilkort/domain/attributes/attribute'
import { enumOf } from '../graphql/enums.ts'

export const AttributeTypeEnum = enumOf(
  'AttributeType',
  'How the values of an attribute are written and compared.',
  {
    text: 'A text.',
    choice: 'One of its options, or another text a source gave.',
    choices: 'Several of its options.',
    number: 'A number in its unit.',
    money: 'An amount in a currency.',
    boolean: 'Yes or no.',
    time: 'An instant.',
  } satisfies Record<(typeof attributeTypes)[number], string>,
)

export const AttributeCategoryEnum = enumOf(
  'AttributeCategory',
  'What part of a customer an attribute speaks of.',
  Object.fromEntries(attributeCategories.map((category) => [category, `The ${category} part.`])) as Record<
    (typeof attributeCategories)[number],
    string
  >,
)

export const AttributeSubjectEnum = enumOf('AttributeSubject', 'What an attribute is known about.', {
  company: 'A company.',
  person: 'A person.',
  either: 'A company or a person.',
} satisfies Record<AttributeSubject, string>)

export const OptionListEnum = enumOf('OptionList', 'A list of options that the product keeps.', {
  countries: 'Countries by ISO 3166 code.',
  languages: 'Languages by ISO 639-1 code.',
  regions: 'Norwegian and Swedish counties and Danish regions by ISO 3166-2 code.',
  municipalities: 'Norwegian municipalities of 2024, by `NO-` and their number.',
} satisfies Record<OptionListName, string>)
