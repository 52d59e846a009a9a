/**
 * How a fixed part of a row is read: a short text, a day, a month, an instant, a number, an answer from 0 to 10, a yes
 * or no to a purpose, an amount, a currency.
 */
export type PartType =
  | 'text'
  | 'day'
  | 'month'
  | 'instant'
  | 'number'
  | 'score'
  | 'consent'
  | 'amount'
  | 'currency'

/** The fixed parts that columns can fill, of all kinds, and how each is read. */
export const partTypes = {
  id: 'text',
  name: 'text',
  customerKind: 'text',
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
  expectedCloseOn: 'day',
  lostReason: 'text',
  channel: 'text',
  campaign: 'text',
  line: 'text',
  contactId: 'text',
  contactName: 'text',
  email: 'text',
  on: 'day',
  month: 'month',
  description: 'text',
  quantity: 'number',
  costOfGoods: 'amount',
  purpose: 'text',
  hours: 'number',
  hourlyRate: 'amount',
  referredId: 'text',
  referredName: 'text',
  minutes: 'number',
  satisfaction: 'text',
  score: 'score',
  consent: 'consent',
  at: 'instant',
  expiresAt: 'instant',
  textVersion: 'number',
} as const satisfies { readonly [part: string]: PartType }

/** A fixed part of a customer, deal, order or the like that a column can fill. */
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
  /** Parts that together tell rows apart; of several lists the first counts whose parts all have a column. */
  readonly apart: readonly (readonly Part[])[]
  /** Parts without which a row cannot be taken. */
  readonly needed: readonly Part[]
}

/** The parts that say whose a row is, the surest first. */
const who: readonly Part[] = ['companyId', 'contactId', 'email', 'companyName', 'contactName']

/** The same where only a person can be meant. */
const whichPerson: readonly Part[] = ['contactId', 'email']

/** Rows that tell of a customer, and are none themselves. */
function row(description: string, needed: readonly Part[], apart: KindOfRows['apart']): KindOfRows {
  return { description, subject: undefined, isNamed: false, identifier: 'organisationNumber', apart, needed }
}

/** What a file may hold rows of; their headers are in `header-names.ts`. A new kind is an entry here and one there. */
export const kinds = {
  companies: {
    description: 'Companies, one a row.',
    subject: 'company',
    isNamed: true,
    identifier: 'organisationNumber',
    apart: [],
    needed: [],
  },
  contacts: {
    description: 'Persons, with the company they work in.',
    subject: 'person',
    isNamed: true,
    identifier: 'email',
    apart: [],
    needed: [],
  },
  deals: {
    description: 'Deals, with their company and product.',
    subject: undefined,
    isNamed: false,
    identifier: 'organisationNumber',
    apart: [],
    needed: [],
  },
  products: {
    description: 'Products with their prices.',
    subject: undefined,
    isNamed: true,
    identifier: 'organisationNumber',
    apart: [],
    needed: [],
  },
  orders: row(
    'Orders or their lines, with who bought.',
    ['on', 'value'],
    [['id', 'line'], ['id', 'product'], ['id', 'description'], ['id']],
  ),
  costs: row(
    'Costs of winning or serving one customer.',
    [],
    [
      ['id'],
      ...who.map((whom): readonly Part[] => [whom, 'on', 'purpose', 'description']),
      ...who.map((whom): readonly Part[] => [whom, 'on', 'purpose']),
      ...who.map((whom): readonly Part[] => [whom, 'on']),
    ],
  ),
  channelCosts: row(
    'Costs of a channel in a month, spread over customers.',
    ['month', 'value'],
    [['id'], ['purpose', 'channel', 'month'], ['channel', 'month'], ['purpose', 'month'], ['month']],
  ),
  referrals: row(
    'Who referred whom.',
    [],
    [
      ['id'],
      ...who.flatMap((whom): readonly (readonly Part[])[] => [
        [whom, 'referredId'],
        [whom, 'referredName'],
      ]),
    ],
  ),
  tickets: row('Support tickets, with who asked.', ['openedOn'], [['id']]),
  nps: row(
    'Answers from 0 to 10, with who answered.',
    ['score'],
    [['id'], ...who.map((whom): readonly Part[] => [whom, 'on'])],
  ),
  consents: row(
    'What people said to purposes, with when they said it.',
    ['purpose', 'consent', 'at'],
    [['id'], ...whichPerson.map((whom): readonly Part[] => [whom, 'purpose', 'at'])],
  ),
} as const satisfies { readonly [kind: string]: KindOfRows }

/** What a file holds rows of. */
export type ImportKind = keyof typeof kinds
export const importKinds = Object.keys(kinds) as readonly ImportKind[]
