import { importKinds } from '@profilkort/domain/imports/kinds'
import { builder } from '../graphql/builder.ts'

export const ImportKindEnum = builder.enumType('ImportKind', {
  description: 'What a file holds rows of.',
  values: importKinds,
})
