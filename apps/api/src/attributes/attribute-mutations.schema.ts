import type { Attribute } from '@profilkort/domain/attributes/attribute'
import { builder } from '../graphql/builder.ts'
import { LocalizedTextInput, toLocalized } from '../graphql/locales.schema.ts'
import { changeProblems, createProblems } from '../graphql/problems.schema.ts'
import { Forbidden, InUse, NotFound, RevisionConflict } from '../graphql/problems.ts'
import { putInArchive, takeFromArchive } from './archive-attribute.ts'
import { AttributeType } from './attribute.schema.ts'
import {
  AttributeCategoryEnum,
  AttributeSubjectEnum,
  AttributeTypeEnum,
  OptionListEnum,
} from './attribute-enums.schema.ts'
import { createAttribute } from './create-attribute.ts'
import { type AttributeChanges, updateAttribute } from './update-attribute.ts'

type TextInput = Parameters<typeof toLocalized<string>>[0]

const AttributeUnitInput = builder.inputType('AttributeUnitInput', {
  description: 'What the numbers of an attribute count.',
  isOneOf: true,
  fields: (t) => ({
    standard: t.string({
      description: 'A unit that every language has words for: `percent`, `year`, `kilometer`.',
    }),
    noun: t.field({ type: LocalizedTextInput, description: 'A noun in the plural: `employees`.' }),
  }),
})

export const AttributeOptionInput = builder.inputType('AttributeOptionInput', {
  description: 'A value to choose.',
  fields: (t) => ({
    key: t.string({
      required: true,
      description: 'As it is stored: letters, digits, `.`, `+`, `-` and `_`, at most 60.',
    }),
    label: t.field({ type: LocalizedTextInput, required: true, description: 'For people.' }),
    aliases: t.stringList({ description: 'What sources write for it beside its key and labels.' }),
  }),
})

const help = {
  subject: 'What it is known about.',
  category: 'What part of a customer it speaks of.',
  label: 'Its name for people.',
  unit: 'Of a number: what it counts.',
  options: 'Of a choice: the values to choose from, at most 200; all of them, in order.',
  sensitive: 'Whether it is of a special category (GDPR, article 9).',
  order: 'Its place among those of its category, from 0.',
}

const AttributeCreateInput = builder.inputType('AttributeCreateInput', {
  description: 'A new attribute.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its name in rules, in lower camel case: `fleetSize`.' }),
    subject: t.field({ type: AttributeSubjectEnum, required: true, description: help.subject }),
    type: t.field({ type: AttributeTypeEnum, required: true, description: 'How its values are compared.' }),
    category: t.field({ type: AttributeCategoryEnum, required: true, description: help.category }),
    label: t.field({ type: LocalizedTextInput, required: true, description: help.label }),
    unit: t.field({ type: AttributeUnitInput, description: help.unit }),
    options: t.field({ type: [AttributeOptionInput], description: help.options }),
    list: t.field({
      type: OptionListEnum,
      description: 'Of a choice: the list of the product it has options of, too.',
    }),
    sensitive: t.boolean({ required: true, defaultValue: false, description: help.sensitive }),
    order: t.int({ description: help.order }),
  }),
})

const AttributeUpdateInput = builder.inputType('AttributeUpdateInput', {
  description:
    'Changes to an attribute; what is not given stays, and null takes a unit or place away. A key, a type and options that are in use are changed by `attributeMigrate`.',
  fields: (t) => ({
    subject: t.field({ type: AttributeSubjectEnum, description: help.subject }),
    category: t.field({ type: AttributeCategoryEnum, description: help.category }),
    label: t.field({ type: LocalizedTextInput, description: help.label }),
    unit: t.field({ type: AttributeUnitInput, description: help.unit }),
    options: t.field({ type: [AttributeOptionInput], description: help.options }),
    sensitive: t.boolean({ description: help.sensitive }),
    order: t.int({ description: help.order }),
  }),
})

interface UnitShape {
  readonly standard?: string | null | undefined
  readonly noun?: TextInput
}

interface OptionShape {
  readonly key: string
  readonly label: TextInput
  readonly aliases?: readonly string[] | null | undefined
}

function toUnit({ standard, noun }: UnitShape): NonNullable<Attribute['unit']> {
  return standard ?? toLocalized(noun)
}

export function toOptions(options: readonly OptionShape[]): Attribute['options'] {
  return options.map(({ key, label, aliases }) => ({
    key,
    label: toLocalized(label),
    ...(aliases && aliases.length > 0 ? { aliases } : {}),
  }))
}

const dataField = { name: 'attribute', description: 'The attribute as it is now.' }
const keyArgument = { required: true, description: 'The attribute.' } as const
const seen = { required: true, description: 'The revision the caller has seen.' } as const

builder.mutationField('attributeCreate', (t) =>
  t.field({
    type: AttributeType,
    description: 'Adds an attribute to the catalogue. Needs `attribute:write`.',
    authScopes: { may: 'attribute:write' },
    errors: { types: createProblems, dataField },
    args: { input: t.arg({ type: AttributeCreateInput, required: true, description: 'The new attribute.' }) },
    resolve: (_root, { input }, context) => {
      const { key, subject, type, category, label, unit, options, list, sensitive, order } = input
      return createAttribute(context, {
        key,
        subject,
        type,
        category,
        label: toLocalized(label),
        options: toOptions(options ?? []),
        sensitive,
        ...(unit ? { unit: toUnit(unit) } : {}),
        ...(list ? { list } : {}),
        ...(typeof order === 'number' ? { order } : {}),
      })
    },
  }),
)

builder.mutationField('attributeUpdate', (t) =>
  t.field({
    type: AttributeType,
    description:
      'Changes how an attribute is shown, and its options; what is marked sensitive by the product stays so. Needs `attribute:write`.',
    authScopes: { may: 'attribute:write' },
    errors: { types: [...changeProblems, InUse], dataField },
    args: {
      key: t.arg.string(keyArgument),
      expectedRevision: t.arg.int(seen),
      input: t.arg({ type: AttributeUpdateInput, required: true, description: 'What changes.' }),
    },
    resolve: (_root, { key, expectedRevision, input }, context) =>
      updateAttribute(context, key, expectedRevision, toChanges(input)),
  }),
)

function toChanges(input: typeof AttributeUpdateInput.$inferInput): AttributeChanges {
  const { subject, category, label, unit, options, sensitive, order } = input
  return {
    ...(subject ? { subject } : {}),
    ...(category ? { category } : {}),
    ...(label ? { label: toLocalized(label) } : {}),
    ...(unit === undefined ? {} : { unit: unit && toUnit(unit) }),
    ...(options ? { options: toOptions(options) } : {}),
    ...(typeof sensitive === 'boolean' ? { sensitive } : {}),
    ...(order === undefined ? {} : { order }),
  }
}

builder.mutationField('attributeArchive', (t) =>
  t.field({
    type: AttributeType,
    description:
      'Puts an attribute away; refused with the list where segments, scorecards, profiles, templates or rules of whose word counts speak of it. What is known stays. Needs `attribute:write`.',
    authScopes: { may: 'attribute:write' },
    errors: { types: [RevisionConflict, InUse, NotFound, Forbidden], dataField },
    args: { key: t.arg.string(keyArgument), expectedRevision: t.arg.int(seen) },
    resolve: (_root, { key, expectedRevision }, context) => putInArchive(context, key, expectedRevision),
  }),
)

builder.mutationField('attributeUnarchive', (t) =>
  t.field({
    type: AttributeType,
    description: 'Takes an attribute out of the archive. Needs `attribute:write`.',
    authScopes: { may: 'attribute:write' },
    errors: { types: createProblems, dataField },
    args: { key: t.arg.string(keyArgument) },
    resolve: (_root, { key }, context) => takeFromArchive(context, key),
  }),
)
