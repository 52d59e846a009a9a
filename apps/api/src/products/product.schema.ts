import { listProducts, type ProductRow } from '@profilkort/database/products/products.queries'
import { adviceTexts, adviseOnProfiles, type ProfileAdvice } from '@profilkort/domain/products/product'
import { builder } from '../graphql/builder.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { createProblems, deleteProblems } from '../graphql/problems.schema.ts'
import { changeProduct, createProduct, removeProduct } from './change-product.ts'

const ProfileAdviceEnum = enumOf('ProfileAdvice', 'Whether a product has as many profiles as it should.', {
  tooFew: 'Fewer than two.',
  fitting: 'Two to five.',
  tooMany: 'More than five.',
} satisfies Record<ProfileAdvice, string>)

const Product = builder.objectRef<ProductRow>('Product').implement({
  description: 'Something that is sold.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name in the workspace, for links.' }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
    series: t.exposeString('series', {
      nullable: true,
      description: 'The family of products it belongs to.',
    }),
    listPrice: t.exposeFloat('listPrice', { nullable: true, description: 'Its price before discounts.' }),
    currency: t.exposeString('currency', { nullable: true, description: 'Of the price; ISO 4217.' }),
    profileCount: t.exposeInt('profileCount', {
      description: 'How many ideal customer profiles and target markets are for it, the archive aside.',
    }),
    profileAdvice: t.field({
      type: ProfileAdviceEnum,
      description: 'Whether that is as many as it should be.',
      resolve: ({ profileCount }) => adviseOnProfiles(profileCount),
    }),
    adviceText: t.string({
      description: 'The advice for people.',
      args: { locale: t.arg({ type: LocaleEnum, description: 'The language.' }) },
      resolve: async ({ profileCount }, { locale }, context) => {
        const [first] = await localeChain(context, locale)
        return adviceTexts[adviseOnProfiles(profileCount)][first]
      },
    }),
  }),
})

builder.queryField('products', (t) =>
  t.field({
    type: [Product],
    description: 'The products by name, at most 1,000. Needs `product:read`.',
    authScopes: { may: 'product:read' },
    resolve: async (_root, _args, { read }) => [
      ...(await read((tx, workspaceId) => listProducts(tx, workspaceId))),
    ],
  }),
)

builder.queryField('product', (t) =>
  t.field({
    type: Product,
    nullable: true,
    description: 'One product by its key; null when there is none. Needs `product:read`.',
    authScopes: { may: 'product:read' },
    args: { key: t.arg.string({ required: true, description: 'Its name in the workspace.' }) },
    resolve: async (_root, { key }, { read }) =>
      (await read((tx, workspaceId) => listProducts(tx, workspaceId, [key])))[0],
  }),
)

const ProductInputType = builder.inputType('ProductInput', {
  description: 'What is said of a product.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its name for people, 1 to 200 characters.' }),
    series: t.string({ description: 'The family of products it belongs to.' }),
    listPrice: t.float({ description: 'Its price before discounts, 0 or more.' }),
    currency: t.string({ description: 'Of the price; ISO 4217, such as NOK.' }),
  }),
})

const dataField = { name: 'product', description: 'The product as it is now.' }

builder.mutationField('productCreate', (t) =>
  t.field({
    type: Product,
    description: 'Makes a product, for profiles to be for. Needs `product:write`.',
    authScopes: { may: 'product:write' },
    errors: { types: createProblems, dataField },
    args: { input: t.arg({ type: ProductInputType, required: true, description: 'The product.' }) },
    resolve: (_root, { input }, context) => createProduct(context, input),
  }),
)

builder.mutationField('productUpdate', (t) =>
  t.field({
    type: Product,
    description: 'Changes all of a product but its key. Needs `product:write`.',
    authScopes: { may: 'product:write' },
    errors: { types: createProblems, dataField },
    args: {
      key: t.arg.string({ required: true, description: 'Its name in the workspace.' }),
      input: t.arg({ type: ProductInputType, required: true, description: 'The product.' }),
    },
    resolve: (_root, { key, input }, context) => changeProduct(context, key, input),
  }),
)

const DeletedProduct = builder.objectRef<{ readonly key: string }>('DeletedProduct').implement({
  description: 'A product that is gone.',
  fields: (t) => ({ key: t.exposeString('key', { description: 'The key it had.' }) }),
})

builder.mutationField('productDelete', (t) =>
  t.field({
    type: DeletedProduct,
    description:
      'Deletes a product; refused with the list where profiles or deals are about it. Needs `product:write`.',
    authScopes: { may: 'product:write' },
    errors: { types: deleteProblems, dataField: { name: 'deleted', description: 'What is gone.' } },
    args: { key: t.arg.string({ required: true, description: 'Its name in the workspace.' }) },
    resolve: async (_root, { key }, context) => {
      await removeProduct(context, key)
      return { key }
    },
  }),
)
