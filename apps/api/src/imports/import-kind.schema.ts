import { type ImportKind, importKinds, kinds } from '@profilkort/domain/imports/kinds'
import { builder } from '../graphql/builder.ts'

export const ImportKindEnum = builder.enumType('ImportKind', {
  description: 'What a file holds rows of.',
  values: Object.fromEntries(
    importKinds.map((kind) => [kind, { description: kinds[kind].description, value: kind }]),
  ) as { readonly [K in ImportKind]: { readonly description: string; readonly value: K } },
})
