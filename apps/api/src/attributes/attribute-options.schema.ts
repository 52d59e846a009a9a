import type { Option } from '@profilkort/domain/attributes/attribute'
import { allOptions } from '@profilkort/domain/attributes/options'
import { type Locale, resolveText } from '@profilkort/domain/locales/locale'
import { builder } from '../graphql/builder.ts'
import { type Connection, connectionOf, pageArguments } from '../graphql/connection.schema.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { type PageArguments, readPage, toConnection } from '../graphql/pages.ts'
import { AttributeType } from './attribute.schema.ts'

/** An option as it is read in a chain of languages. */
export interface OptionView {
  readonly option: Option
  readonly chain: readonly Locale[]
}

export const AttributeOption = builder.objectRef<OptionView>('AttributeOption').implement({
  description: 'A value to choose.',
  fields: (t) => ({
    key: t.string({
      description: 'As it is stored and as rules name it.',
      resolve: ({ option }) => option.key,
    }),
    label: t.string({ description: 'For people.', resolve: ({ option, chain }) => labelOf(option, chain) }),
    aliases: t.stringList({
      description: 'What sources write for it beside its key and labels.',
      resolve: ({ option }) => [...(option.aliases ?? [])],
    }),
  }),
})

const AttributeOptionConnection = connectionOf(AttributeOption, {
  page: 'A page of options, in their order.',
  edge: 'An option and its place in the list.',
  node: 'The option.',
})

const locale = { type: LocaleEnum, description: 'The language of the labels.' } as const

builder.objectFields(AttributeType, (t) => ({
  options: t.field({
    type: [AttributeOption],
    description: 'The values to choose from that are its own; see `allOptions` for those of its list, too.',
    args: { locale: t.arg(locale) },
    resolve: async ({ options }, args, context) => {
      const chain = await localeChain(context, args.locale)
      return options.map((option) => ({ option, chain }))
    },
  }),
  allOptions: t.field({
    type: AttributeOptionConnection,
    description: 'All values to choose from, its own and those of its list; a source may have given others.',
    args: {
      search: t.arg.string({ description: 'Only those whose key or label has this in it, in any case.' }),
      locale: t.arg(locale),
      ...pageArguments(t.arg, ['the start', 'the end']),
    },
    resolve: async (attribute, args, context) =>
      pageOf(allOptions(attribute), await localeChain(context, args.locale), args),
  }),
}))

function pageOf(
  all: readonly Option[],
  chain: readonly Locale[],
  args: PageArguments & { readonly search?: string | null | undefined },
): Connection<OptionView> {
  const page = readPage(args, ([key]) => (typeof key === 'string' ? key : undefined))
  const wanted = args.search?.toLowerCase() ?? ''
  const found = all.filter((option) =>
    [option.key, labelOf(option, chain)].some((text) => text.toLowerCase().includes(wanted)),
  )
  const placeOf = (key: string | undefined) => found.findIndex((option) => option.key === key)
  const start = page.after === undefined ? 0 : placeOf(page.after) + 1
  const end = page.before === undefined ? found.length : placeOf(page.before)
  const between = found.slice(start, end)
  const rows = page.fromEnd ? between.slice(-page.limit - 1) : between.slice(0, page.limit + 1)
  return toConnection(
    rows.map((option) => ({ option, chain })),
    page,
    ({ option }) => [option.key],
  )
}

function labelOf({ label, key }: Option, chain: readonly Locale[]): string {
  return resolveText(label, chain)?.text ?? key
}
