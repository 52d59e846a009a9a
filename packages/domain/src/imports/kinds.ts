/** How a fixed part of a row is read: a short text, a day, an amount, a currency. */
export type PartType = 'text' | 'day' | 'amount' | 'currency'

/** The fixed parts that columns can fill, of all kinds, and how each is read. */
export const partTypes = {
  id: 'text',
  name: 'text',
  firstName: 'text',
  lastName: 'text',
  stage: 'text',
  companyId: 'text',
  companyName: 'text',
  product: 'text',
  owner: 'text',
  openedOn: 'day',
  closedOn: 'day',
  value: 'amount',
  currency: 'currency',
  series: 'text',
  price: 'amount',
} as const satisfies { readonly [part: string]: PartType }

/** A fixed part of a customer, deal or product that a column can fill. */
export type Part = keyof typeof partTypes

interface KindOfRows {
  /** What a row of it is, in English. */
  readonly description: string
  /** Whose attributes the columns without a part of their own become; undefined where they are kept as they are. */
  readonly subject: 'company' | 'person' | undefined
  /** Whether a row has a name of its own, so that a column that speaks of one is taken for it. */
  readonly isNamed: boolean
  /** The attribute that tells rows apart where there is no id. */
  readonly identifier: string
}

/** What a file may hold rows of; their headers are in `header-names.ts`. A new kind is an entry here and one there. */
export const kinds = {
  companies: {
    description: 'Companies, one a row.',
    subject: 'company',
    isNamed: true,
    identifier: 'organisationNumber',
  },
  contacts: {
    description: 'Persons, with the company they work in.',
    subject: 'person',
    isNamed: true,
    identifier: 'email',
  },
  deals: {
    description: 'Deals, with their company and product.',
    subject: undefined,
    isNamed: false,
    identifier: 'organisationNumber',
  },
  products: {
    description: 'Products with their prices.',
    subject: undefined,
    isNamed: true,
    identifier: 'organisationNumber',
  },
} as const satisfies { readonly [kind: string]: KindOfRows }

/** What a file holds rows of. */
export type ImportKind = keyof typeof kinds
export const importKinds = Object.keys(kinds) as readonly ImportKind[]
