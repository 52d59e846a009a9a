import { randomBytes } from 'node:crypto'
import {
  findPrivacySetting,
  type OnReturn,
  savePrivacySetting,
} from '@profilkort/database/personal-data/suppression.queries'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { authorise } from './personal-data.policy.ts'

const OnReturnEnum = enumOf('OnReturn', 'What becomes of an erased person that a source tells of again.', {
  refuse: 'It is not taken; whoever sends it is told.',
  flag: 'It is taken, and `Customer.erasedBefore` tells.',
} satisfies Record<OnReturn, string>)

const PrivacyType = builder.objectRef<{ readonly onReturn: OnReturn }>('Privacy').implement({
  description: 'How the workspace treats people who were erased.',
  fields: (t) => ({
    onReturn: t.field({
      type: OnReturnEnum,
      description: 'What becomes of one that a source tells of again.',
      resolve: ({ onReturn }) => onReturn,
    }),
  }),
})

async function readPrivacy(context: Context): Promise<{ readonly onReturn: OnReturn }> {
  return (await context.read(findPrivacySetting)) ?? { onReturn: 'refuse' }
}

builder.queryField('privacy', (t) =>
  t.field({
    type: PrivacyType,
    description: 'How the workspace treats people who were erased. Needs `person:erase`.',
    authScopes: { may: 'person:erase' },
    resolve: (_root, _args, context) => readPrivacy(context),
  }),
)

builder.mutationField('privacyUpdate', (t) =>
  t.field({
    type: PrivacyType,
    description: 'Chooses how the workspace treats people who were erased. Needs `person:erase`.',
    authScopes: { may: 'person:erase' },
    errors: { types: createProblems, dataField: { name: 'privacy', description: 'The choice.' } },
    args: {
      onReturn: t.arg({
        type: OnReturnEnum,
        required: true,
        description: 'What becomes of one that a source tells of again.',
      }),
    },
    resolve: async (_root, { onReturn }, context) => {
      authorise(context.viewer, 'person:erase')
      await context.read((tx, workspaceId) =>
        savePrivacySetting(tx, workspaceId, { salt: randomBytes(32), onReturn }),
      )
      return readPrivacy(context)
    },
  }),
)
