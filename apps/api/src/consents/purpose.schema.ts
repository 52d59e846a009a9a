import type { PurposeRow, PurposeText } from '@profilkort/database/consents/purposes.queries'
import { type Ground, isPredefined } from '@profilkort/domain/consents/purpose'
import { locales, resolveText } from '@profilkort/domain/locales/locale'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, LocalizedTextInput, localeChain, toLocalized } from '../graphql/locales.schema.ts'
import { changeProblems } from '../graphql/problems.schema.ts'
import { InUse } from '../graphql/problems.ts'
import { changePurpose, putPurposeAway } from './save-purpose.ts'
import { purposesOf } from './uses.ts'

const GroundEnum = enumOf('Ground', 'What lets personal data be used.', {
  consent: 'Only after a yes that still stands: nobody is in until they say so.',
  legitimateInterest:
    'Until the person objects, which is recorded as a no: everybody is in until they say so.',
} satisfies Record<Ground, string>)

const PurposeTextType = builder.objectRef<PurposeText>('PurposeText').implement({
  description: 'A version of what people are shown when they are asked; kept for good.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'From 1.' }),
    texts: t.field({
      type: 'JSON',
      description: 'The text by the language it is written in.',
      resolve: ({ texts }) => texts,
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'Since when it is shown.',
      resolve: ({ createdAt }) => new Date(createdAt),
    }),
    createdBy: t.exposeString('createdBy', { description: 'Who wrote it.' }),
  }),
})

export const PurposeType = builder.objectRef<PurposeRow>('Purpose').implement({
  description: 'Something that personal data is used for.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'What consents name it by: `marketing`.' }),
    name: t.string({
      description: 'Its name for people.',
      args: { locale: t.arg({ type: LocaleEnum, description: 'The language.' }) },
      resolve: async ({ name, key }, { locale }, context) =>
        resolveText(name, [...(await localeChain(context, locale)), ...locales])?.text ?? key,
    }),
    ground: t.field({
      type: GroundEnum,
      description: 'What lets data be used for it.',
      resolve: ({ ground }) => ground,
    }),
    isPredefined: t.boolean({
      description: 'Whether the product itself asks for it before it does something.',
      resolve: ({ key }) => isPredefined(key),
    }),
    texts: t.field({
      type: [PurposeTextType],
      description: 'What people are shown, the newest version first.',
      resolve: ({ texts }) => [...texts],
    }),
    revision: t.exposeInt('revision', {
      description:
        'What to name as `expectedRevision` in a change; 0 while it is as it comes with the product.',
    }),
    archivedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was put away; null while it is in use.',
      resolve: ({ archivedAt }) => (archivedAt === null ? null : new Date(archivedAt)),
    }),
  }),
})

builder.queryField('purposes', (t) =>
  t.field({
    type: [PurposeType],
    description: 'What personal data is used for, by key. Needs `purpose:read`.',
    authScopes: { may: 'purpose:read' },
    args: {
      archived: t.arg.boolean({
        required: true,
        defaultValue: false,
        description: 'Those that were put away instead.',
      }),
    },
    resolve: async (_root, { archived }, context) =>
      (await purposesOf(context)).filter(({ archivedAt }) => (archivedAt !== null) === archived),
  }),
)

const PurposeInputType = builder.inputType('PurposeInput', {
  description: 'What a purpose is; what is not given stays.',
  fields: (t) => ({
    name: t.field({ type: LocalizedTextInput, description: 'Its name for people; a new one needs it.' }),
    ground: t.field({
      type: GroundEnum,
      description: 'What lets data be used for it; consent for a new one.',
    }),
    text: t.field({
      type: LocalizedTextInput,
      description: 'What people are shown when they are asked; another one than before is its next version.',
    }),
  }),
})

const dataField = { name: 'purpose', description: 'The purpose as it is now.' }
const keyHelp = 'Its key, in lower camel case.'
const expected = 'The revision the caller has seen; 0 for one that is new or as it comes with the product.'

builder.mutationField('purposeSave', (t) =>
  t.field({
    type: PurposeType,
    description: 'Adds a purpose or changes one. Needs `purpose:write`.',
    authScopes: { may: 'purpose:write' },
    errors: { types: changeProblems, dataField },
    args: {
      key: t.arg.string({ required: true, description: keyHelp }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
      input: t.arg({ type: PurposeInputType, required: true, description: 'The purpose.' }),
    },
    resolve: async (_root, { key, expectedRevision, input }, context) => {
      await changePurpose(context, key, expectedRevision, {
        name: input.name ? toLocalized(input.name) : undefined,
        ground: input.ground ?? undefined,
        text: input.text ? toLocalized(input.text) : undefined,
      })
      return changed(context, key)
    },
  }),
)

builder.mutationField('purposeArchive', (t) =>
  t.field({
    type: PurposeType,
    description:
      'Puts a purpose away: nothing is recorded for it any more, and what was said stays. Refused with the list where rules name it. Needs `purpose:write`.',
    authScopes: { may: 'purpose:write' },
    errors: { types: [...changeProblems, InUse], dataField },
    args: {
      key: t.arg.string({ required: true, description: keyHelp }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
    },
    resolve: async (_root, { key, expectedRevision }, context) => {
      await putPurposeAway(context, key, expectedRevision, true)
      return changed(context, key)
    },
  }),
)

builder.mutationField('purposeUnarchive', (t) =>
  t.field({
    type: PurposeType,
    description: 'Takes a purpose into use again. Needs `purpose:write`.',
    authScopes: { may: 'purpose:write' },
    errors: { types: changeProblems, dataField },
    args: {
      key: t.arg.string({ required: true, description: keyHelp }),
      expectedRevision: t.arg.int({ required: true, description: expected }),
    },
    resolve: async (_root, { key, expectedRevision }, context) => {
      await putPurposeAway(context, key, expectedRevision, false)
      return changed(context, key)
    },
  }),
)

async function changed(context: Context, key: string): Promise<PurposeRow> {
  const purpose = (await purposesOf(context)).find((each) => each.key === key)
  if (purpose === undefined) throw new Error(`Purpose ${key} is gone right after it was saved`)
  return purpose
}
