import type { CodegenConfig } from '@graphql-codegen/cli'

export default {
  schema: './schema.graphql',
  importExtension: '.ts',
  documents: ['./src/documents/*.ts'],
  generates: {
    './src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { DateTime: 'string', Date: 'string', JSON: 'unknown' },
      },
    },
  },
} satisfies CodegenConfig
