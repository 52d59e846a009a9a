import { kept, part, type ReadyMapping, readyMapping } from './ready-mapping.ts'

// What exports of this product call their columns: see `apps/api/src/exports`.

/** What this product is called among the systems. */
export const ownSystem = 'Profilkort'
const system = ownSystem

/** Columns that every export of customers has, whatever is known of them. */
const ofCustomers = ['id', 'kind', 'stage', 'name', 'updatedAt']
/** The same of deals. */
const ofDeals = ['id', 'source', 'externalId', 'stage', 'status', 'currency']

const customers = [
  [part('id'), 'id'],
  [part('customerKind'), 'kind'],
  [part('stage'), 'stage'],
  [part('name'), 'name'],
  [kept, 'updatedAt'],
] as const

const marksOf = (headers: readonly string[]) => headers.map((header) => [header])

/** Customers and deals as this product exports them. Attributes are known by their keys. */
export const profilkort: readonly ReadyMapping[] = [
  readyMapping(
    { name: 'profilkort-companies', system, kind: 'companies', isExact: true, marks: marksOf(ofCustomers) },
    customers,
    [[kept, 'companyId', 'companyName']],
  ),
  readyMapping(
    { name: 'profilkort-contacts', system, kind: 'contacts', isExact: true, marks: marksOf(ofCustomers) },
    customers,
    [
      [part('companyId'), 'companyId'],
      [part('companyName'), 'companyName'],
    ],
  ),
  readyMapping({ name: 'profilkort-deals', system, kind: 'deals', isExact: true, marks: marksOf(ofDeals) }, [
    [part('id'), 'id'],
    [part('companyId'), 'customerId'],
    [part('companyName'), 'customerName'],
    [part('product'), 'product'],
    [part('owner'), 'owner'],
    [part('stage'), 'stage'],
    [part('openedOn'), 'openedOn'],
    [part('closedOn'), 'closedOn'],
    [part('value'), 'value'],
    [part('currency'), 'currency'],
    [part('expectedCloseOn'), 'expectedCloseOn'],
    [part('lostReason'), 'lostReason'],
    [part('channel'), 'channel'],
    [part('campaign'), 'campaign'],
    [kept, 'source', 'externalId', 'status'],
  ]),
]

/** Whether a file is an export of this product, by its headers as they are written. */
export function isOwnExport(headers: readonly string[]): boolean {
  return [ofCustomers, ofDeals].some((own) => own.every((header) => headers.includes(header)))
}
