import type { Attribute, AttributeType, Catalogue } from '../../attributes/attribute.ts'
import type { Locale, Localized } from '../../locales/locale.ts'
import { typeOf } from '../operators.ts'
import { type Field, isRecordsField } from '../rule.ts'
import { consentStates, fitOptions, labelOfRecords } from './records.ts'
import { textIn } from './text-in.ts'

/** What a sentence needs to know of a field. Of one that is no longer in the catalogue only the key is left. */
export interface Subject {
  readonly label: string
  readonly type: AttributeType | undefined
  readonly unit: string | Localized | undefined
  /** Of an attribute: what labels its values. */
  readonly attribute: Attribute | undefined
}

export function subjectOf(field: Field, catalogue: Catalogue, locale: Locale): Subject {
  const type = typeOf(field, catalogue)
  if (isRecordsField(field)) {
    const attribute =
      field.kind === 'consent'
        ? consentStates
        : field.kind === 'fit'
          ? fitOptions(field, catalogue.records)
          : undefined
    return { label: labelOfRecords(field, catalogue.records, locale), type, unit: undefined, attribute }
  }
  const attribute: Attribute | undefined =
    field.kind === 'attribute' ? catalogue.attributes.get(field.key) : undefined
  const definition = attribute ?? (field.kind === 'metric' ? catalogue.metrics.get(field.key) : undefined)
  return {
    label: (definition && textIn(definition.label, locale)) ?? field.key,
    type,
    unit: definition?.unit,
    attribute,
  }
}

/** A label inside of a sentence: "Employees" becomes "employees", "NPS" and "CLV (kr)" stay. */
export function lowerInitial(label: string, locale: Locale): string {
  const [first = '', second = ''] = label
  const isAcronym = second === '' || second !== second.toLocaleLowerCase(locale) || !/\p{L}/u.test(second)
  return isAcronym ? label : first.toLocaleLowerCase(locale) + label.slice(first.length)
}

export function upperInitial(sentence: string, locale: Locale): string {
  const [first = ''] = sentence
  return first.toLocaleUpperCase(locale) + sentence.slice(first.length)
}
