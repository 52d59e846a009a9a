import type { ContactRow } from '@profilkort/database/customers/parts.queries'
import type { Attribute, Value } from '@profilkort/domain/attributes/attribute'
import { formatValue } from '@profilkort/domain/attributes/format'
import type { Locale } from '@profilkort/domain/locales/locale'
import { builder } from '../graphql/builder.ts'
import { LocaleEnum, localeChain } from '../graphql/locales.schema.ts'
import { Customer } from './customer.schema.ts'
import { loadPart } from './customer-parts.ts'

interface ContactView extends ContactRow {
  readonly catalogue: ReadonlyMap<string, Attribute>
  readonly locale: Locale
}

const ContactType = builder.objectRef<ContactView>('Contact').implement({
  description: 'A person that belongs to a company, and its part there.',
  fields: (t) => ({
    customer: t.field({ type: Customer, description: 'The person.', resolve: ({ id }) => id }),
    name: t.exposeString('name', { description: "The person's name." }),
    title: t.string({
      nullable: true,
      description: 'Its title.',
      resolve: (contact) => textOf(contact, 'title'),
    }),
    role: t.string({
      nullable: true,
      description: 'Its role, in the language asked for.',
      resolve: (contact) => textOf(contact, 'role'),
    }),
    decisionPart: t.string({
      nullable: true,
      description: 'Its part in decisions, in the language asked for.',
      resolve: (contact) => textOf(contact, 'decisionPart'),
    }),
  }),
})

function textOf({ attributes, catalogue, locale }: ContactView, key: string): string | null {
  const value = attributes[key] as Value | undefined
  return value === undefined ? null : formatValue(value, catalogue.get(key), locale)
}

builder.objectField(Customer, 'contacts', (t) =>
  t.field({
    type: [ContactType],
    nullable: true,
    description:
      'Of a company: the people that belong to it, by name; the first hundred. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    args: { locale: t.arg({ type: LocaleEnum, description: 'The language of roles.' }) },
    resolve: async ({ id }, { locale }, context): Promise<ContactView[]> => {
      const [language] = await localeChain(context, locale)
      const { attributes: catalogue } = await context.catalogue()
      const contacts = await loadPart(context, 'contacts', id)
      return contacts.map((contact) => ({ ...contact, catalogue, locale: language }))
    },
  }),
)
