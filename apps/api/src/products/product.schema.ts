import { listProducts, type ProductRow } from '@profilkort/database/products/products.queries'
import { adviceTexts, adviseOnProfiles, type ProfileAdvice } from '@profilkort/domain/products/product'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { changeProblems, createProblems, deleteProblems } from '../graphql/problems.schema.ts'
import { NotFound } from '../graphql/problems.ts'
import { changeProduct, createProduct, removeProduct } from './change-product.ts'

const ProfileAdviceEnum = enumOf('ProfileAdvice', 'Whether a product has as many profiles as it should.', {
  tooFew: 'Fewer than two.',
  fitting: 'Two to five.',
  tooMany: 'More than five.',
} satisfies Record<ProfileAdvice, string>)

export const Product = builder.objectRef<ProductRow>('Product').implement({
  description: 'Something that is sold.',
  fields: (t) => ({
    key: t.exposeString('key', {
      description: 'What links name it by: its first name without case, blanks and signs.',
    }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
    series: t.exposeString('series', {
      nullable: true,
      description: 'The family of products it belongs to.',
    }),
    listPrice: t.exposeFloat('listPrice', { nullable: true, description: 'Its price before discounts.' }),
    currency: t.exposeString('currency', { nullable: true, description: 'Of the price; ISO 4217.' }),
    revision: t.exposeInt('revision', { description: 'For `expectedRevision`.' }),
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
    args: { key: t.arg.string({ required: true, description: 'The key of the product.' }) },
    resolve: (_root, { key }, context) => find(context, key),
  }),
)

const help = {
  name: 'Its name for people, 1 to 200 characters.',
  series: 'The family of products it belongs to, at most 200 characters.',
  listPrice: 'Its price before discounts, 0 or more.',
  currency: "Of the price; ISO 4217, such as NOK. The workspace's own where nobody has said it.",
}

const ProductCreateInput = builder.inputType('ProductCreateInput', {
  description: 'A new product. Its key is made of its name.',
  fields: (t) => ({
    name: t.string({ required: true, description: help.name }),
    series: t.string({ description: help.series }),
    listPrice: t.float({ description: help.listPrice }),
    currency: t.string({ description: help.currency }),
  }),
})

const ProductUpdateInput = builder.inputType('ProductUpdateInput', {
  description: 'Changes to a product; what is not given stays, and null takes a series or price away.',
  fields: (t) => ({
    name: t.string({ description: help.name }),
    series: t.string({ description: help.series }),
    listPrice: t.float({ description: help.listPrice }),
    currency: t.string({ description: help.currency }),
  }),
})

const dataField = { name: 'product', description: 'The product as it is now.' }

builder.mutationField('productCreate', (t) =>
  t.field({
    type: Product,
    description: 'Makes a product, for profiles to be for. Needs `product:write`.',
    authScopes: { may: 'product:write' },
    errors: { types: createProblems, dataField },
    args: { input: t.arg({ type: ProductCreateInput, required: true, description: 'The new product.' }) },
    resolve: async (_root, { input }, context) => changed(context, await createProduct(context, input)),
  }),
)

builder.mutationField('productUpdate', (t) =>
  t.field({
    type: Product,
    description:
      'Changes a product for all profiles that are for it, published ones too; its key stays. Needs `product:write`.',
    authScopes: { may: 'product:write' },
    errors: { types: changeProblems, dataField },
    args: {
      key: t.arg.string({ required: true, description: 'The key of the product.' }),
      expectedRevision: t.arg.int({
        required: true,
        description: 'The revision that the change was decided on.',
      }),
      input: t.arg({ type: ProductUpdateInput, required: true, description: 'What changes.' }),
    },
    resolve: async (_root, { key, expectedRevision, input }, context) => {
      await changeProduct(context, key, expectedRevision, input)
      return changed(context, key)
    },
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
      'Deletes a product; refused with the profiles, archived ones too, and the number of deals that are about it. Needs `product:write`.',
    authScopes: { may: 'product:write' },
    errors: { types: deleteProblems, dataField: { name: 'deleted', description: 'What is gone.' } },
    args: { key: t.arg.string({ required: true, description: 'The key of the product.' }) },
    resolve: async (_root, { key }, context) => {
      await removeProduct(context, key)
      return { key }
    },
  }),
)

async function find({ read }: Context, key: string): Promise<ProductRow | undefined> {
  const [product] = await read((tx, workspaceId) => listProducts(tx, workspaceId, [key]))
  return product
}

async function changed(context: Context, key: string): Promise<ProductRow> {
  const product = await find(context, key)
  if (product === undefined) throw new NotFound('product', key)
  return product
}
