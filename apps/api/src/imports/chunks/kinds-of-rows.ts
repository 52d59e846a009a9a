import type { CustomerKind } from '@profilkort/domain/customers/customer'
import type { ImportKind } from '@profilkort/domain/imports/kinds'

/** Which customers the rows of a kind are; kinds that are not here tell of customers and are none. */
export const customerKinds: { readonly [K in ImportKind]?: CustomerKind } = {
  companies: 'company',
  contacts: 'person',
}

/** Kinds of rows that say how far customers have come, or what share they have in the costs of channels. */
export const settling: ReadonlySet<ImportKind> = new Set(['deals', 'orders', 'tickets', 'channelCosts'])
