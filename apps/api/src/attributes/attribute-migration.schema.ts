import type { Attribute } from '@profilkort/domain/attributes/attribute'
import { formatValue } from '@profilkort/domain/attributes/format'
import type { Migration } from '@profilkort/domain/attributes/migrations/migration'
import { builder } from '../graphql/builder.ts'
import { DateFormatEnum, NumberFormatEnum } from '../graphql/formats.schema.ts'
import { LocaleEnum, LocalizedTextInput, localeChain, toLocalized } from '../graphql/locales.schema.ts'
import { changeProblems, createProblems, InputProblem } from '../graphql/problems.schema.ts'
import { InUse } from '../graphql/problems.ts'
import { AttributeType } from './attribute.schema.ts'
import { AttributeTypeEnum, OptionListEnum } from './attribute-enums.schema.ts'
import { AttributeMigrationRecord } from './attribute-history.schema.ts'
import { AttributeOptionInput, toOptions } from './attribute-mutations.schema.ts'
import type { ValueChange } from './convert-values.ts'
import { type MigratedAttribute, migrateAttribute } from './migrate-attribute.ts'
import { type MigrationPreview, previewMigration } from './preview-migration.ts'
import type { RuleRewrite } from './rewrite-rules.ts'

const AttributeRenameInput = builder.inputType('AttributeRenameInput', {
  description: "Another key; the product's own keys stay.",
  fields: (t) => ({ to: t.string({ required: true, description: 'The new key, in lower camel case.' }) }),
})

const AttributeMergeOptionsInput = builder.inputType('AttributeMergeOptionsInput', {
  description: 'Values that mean the same become one of them, also when a source says them again.',
  fields: (t) => ({
    from: t.stringList({ required: true, description: 'Keys of options, or values that sources wrote.' }),
    into: t.string({ required: true, description: 'The key of the option they become.' }),
    label: t.field({
      type: LocalizedTextInput,
      description: 'Makes it an option, or gives it another label.',
    }),
  }),
})

const AttributeMigrationValueInput = builder.inputType('AttributeMigrationValueInput', {
  description: 'What one value becomes where it cannot be read as the new type, or wrongly.',
  fields: (t) => ({
    from: t.string({
      required: true,
      description: 'The value: a text, an option, `12.5`, `true`, `5000 NOK` or `2026-03-01`.',
    }),
    to: t.string({ description: 'As a text that the new type can be read from; null for not known.' }),
  }),
})

const AttributeTypeChangeInput = builder.inputType('AttributeTypeChangeInput', {
  description: 'Another type; each value is read as one of it.',
  fields: (t) => ({
    type: t.field({ type: AttributeTypeEnum, required: true, description: 'The new type.' }),
    options: t.field({
      type: [AttributeOptionInput],
      description:
        'Of a choice: its options; those it has when not given. Texts are read by keys, labels and aliases.',
    }),
    list: t.field({
      type: OptionListEnum,
      description: 'Of a choice: the list of the product it has options of.',
    }),
    currency: t.string({
      description: 'ISO 4217: of the amounts that numbers become, or of the amounts that become numbers.',
    }),
    numberFormat: t.field({
      type: NumberFormatEnum,
      description: 'How texts write numbers; when not given, those that can be read in two ways are not.',
    }),
    dateFormat: t.field({
      type: DateFormatEnum,
      description: 'How texts write days that do not begin with the year; DAY_MONTH_YEAR when not given.',
    }),
    values: t.field({ type: [AttributeMigrationValueInput], description: 'What single values become.' }),
  }),
})

const AttributeMigrationInput = builder.inputType('AttributeMigrationInput', {
  description: 'A change of an attribute that rewrites what is kept by it.',
  isOneOf: true,
  fields: (t) => ({
    rename: t.field({ type: AttributeRenameInput, description: 'Another key.' }),
    mergeOptions: t.field({ type: AttributeMergeOptionsInput, description: 'Fewer options.' }),
    changeType: t.field({ type: AttributeTypeChangeInput, description: 'Another type.' }),
  }),
})

function toMigration({
  rename,
  mergeOptions,
  changeType,
}: typeof AttributeMigrationInput.$inferInput): Migration {
  if (rename) return { kind: 'rename', to: rename.to }
  if (mergeOptions) {
    const { from, into, label } = mergeOptions
    return { kind: 'mergeOptions', from, into, ...(label ? { label: toLocalized(label) } : {}) }
  }
  if (!changeType) throw new Error('A @oneOf input came in with nothing in it')
  const { type, options, list, currency, numberFormat, dateFormat, values } = changeType
  return {
    kind: 'changeType',
    type,
    ...(options ? { options: toOptions(options) } : {}),
    ...(list ? { list } : {}),
    ...(currency ? { currency } : {}),
    ...(numberFormat ? { numberFormat } : {}),
    ...(dateFormat ? { dateFormat } : {}),
    ...(values ? { values: values.map(({ from, to }) => ({ from, to: to ?? null })) } : {}),
  }
}

interface ValueChangeView extends ValueChange {
  readonly of: MigrationPreview
}

const localeArgument = { type: LocaleEnum, description: 'The language.' } as const

const AttributeValueChange = builder.objectRef<ValueChangeView>('AttributeValueChange').implement({
  description: 'What becomes of one value.',
  fields: (t) => ({
    before: t.field({ type: 'JSON', description: 'The value now.', resolve: ({ value }) => value }),
    after: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The value afterwards; null for none.',
      resolve: ({ after }) => after,
    }),
    beforeText: t.string({
      description: 'The value now, for people.',
      args: { locale: t.arg(localeArgument) },
      resolve: async ({ value, of }, { locale }, context) =>
        formatValue(value, of.before, (await localeChain(context, locale))[0]),
    }),
    afterText: t.string({
      nullable: true,
      description: 'The value afterwards, for people; null for none.',
      args: { locale: t.arg(localeArgument) },
      resolve: async ({ after, of }, { locale }, context) =>
        after === null ? null : formatValue(after, of.after, (await localeChain(context, locale))[0]),
    }),
    records: t.exposeInt('records', { description: 'How many source records say it.' }),
    customers: t.exposeInt('customers', { description: 'How many customers have it.' }),
  }),
})

const AttributeRuleRewrite = builder.objectRef<RuleRewrite>('AttributeRuleRewrite').implement({
  description: 'Something whose rules follow a migration.',
  fields: (t) => ({
    kind: t.exposeString('kind', {
      description: 'The type of the thing: `Segment`, `Scorecard`, `Profile`, …',
    }),
    id: t.exposeString('id', { description: 'Its id or key.' }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
    problems: t.field({
      type: [InputProblem],
      description: 'Tests that would break, by their place; none where all of its rules can follow.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
})

/** Of sensitive attributes only what many have in common is told. */
const fewest = 10

function told(changes: readonly ValueChange[], of: MigrationPreview): readonly ValueChangeView[] {
  const shown = of.before.sensitive ? changes.filter(({ records }) => records >= fewest) : changes
  return shown.map((change) => ({ ...change, of }))
}

const valuesOf =
  'The most frequent first, at most 100; of a sensitive attribute those of ten records or more. Needs `customer:read`; null without.'

const AttributeMigrationPreview = builder.objectRef<MigrationPreview>('AttributeMigrationPreview').implement({
  description: 'What a migration would do.',
  fields: (t) => ({
    revision: t.exposeInt('revision', {
      description: 'Of the attribute; what to name as `expectedRevision` when migrating.',
    }),
    canMigrate: t.boolean({
      description: 'Whether all rules can follow.',
      resolve: ({ rewrites }) => rewrites.every(({ problems }) => problems.length === 0),
    }),
    definition: t.field({
      type: 'JSON',
      description: 'The attribute as it would be.',
      resolve: ({ after }): Attribute => after,
    }),
    records: t.exposeInt('records', { description: 'How many source records would be rewritten.' }),
    customers: t.exposeInt('customers', { description: 'How many customers would be rewritten.' }),
    lostRecords: t.exposeInt('lostRecords', {
      description: 'Of how many the value cannot be read as the new type; it is kept in the history.',
    }),
    lostCustomers: t.exposeInt('lostCustomers', {
      description: 'Of how many customers it would not be known any more, unless another source says it.',
    }),
    samples: t.field({
      type: [AttributeValueChange],
      nullable: true,
      authScopes: { may: 'customer:read' },
      description: `Values that change. ${valuesOf}`,
      resolve: (preview) => told(preview.samples, preview),
    }),
    lost: t.field({
      type: [AttributeValueChange],
      nullable: true,
      authScopes: { may: 'customer:read' },
      description: `Values that cannot be read as the new type; say in \`values\` what they become. ${valuesOf}`,
      resolve: (preview) => told(preview.lost, preview),
    }),
    unlisted: t.field({
      type: [AttributeValueChange],
      nullable: true,
      authScopes: { may: 'customer:read' },
      description: `Values that are kept and are none of the options. ${valuesOf}`,
      resolve: (preview) => told(preview.unlisted, preview),
    }),
    rules: t.field({
      type: [AttributeRuleRewrite],
      description: 'All whose rules would be rewritten, or would break.',
      resolve: ({ rewrites }) => [...rewrites],
    }),
  }),
})

const migrationArgument = {
  type: AttributeMigrationInput,
  required: true,
  description: 'What to change.',
} as const

builder.queryField('attributeMigrationPreview', (t) =>
  t.field({
    type: AttributeMigrationPreview,
    description: 'What a migration would do; nothing is changed. Needs `attribute:write`.',
    authScopes: { may: 'attribute:write' },
    errors: { types: createProblems, dataField: { name: 'preview', description: 'What would be done.' } },
    args: {
      key: t.arg.string({ required: true, description: 'The attribute.' }),
      migration: t.arg(migrationArgument),
    },
    resolve: (_root, { key, migration }, context) => previewMigration(context, key, toMigration(migration)),
  }),
)

const AttributeMigrated = builder.objectRef<MigratedAttribute>('AttributeMigrated').implement({
  description: 'An attribute that was migrated.',
  fields: (t) => ({
    attribute: t.field({
      type: AttributeType,
      description: 'The attribute as it is now.',
      resolve: ({ attribute }) => attribute,
    }),
    migration: t.field({
      type: AttributeMigrationRecord,
      description: 'What was done.',
      resolve: ({ migrated }) => migrated,
    }),
  }),
})

builder.mutationField('attributeMigrate', (t) =>
  t.field({
    type: AttributeMigrated,
    description:
      'Changes an attribute with all that is kept by it, in one transaction: what records say, what customers have, and the rules of segments, scorecards and profiles as new revisions. Refused with the list where a rule would break. Needs `attribute:write`.',
    authScopes: { may: 'attribute:write' },
    errors: {
      types: [...changeProblems, InUse],
      dataField: { name: 'migrated', description: 'What was done.' },
    },
    args: {
      key: t.arg.string({ required: true, description: 'The attribute.' }),
      expectedRevision: t.arg.int({ required: true, description: 'The revision the caller has seen.' }),
      migration: t.arg(migrationArgument),
    },
    resolve: (_root, { key, expectedRevision, migration }, context) =>
      migrateAttribute(context, key, expectedRevision, toMigration(migration)),
  }),
)
