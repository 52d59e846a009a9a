import type { CustomerStage } from '@profilkort/domain/customers/customer'
import { enumOf } from '../graphql/enums.ts'

export const CustomerKindEnum = enumOf('CustomerKind', 'What a customer is.', {
  company: 'A company.',
  person: 'A person: a consumer, or a contact of a company.',
})

export const CustomerStageEnum = enumOf('CustomerStage', 'How far a customer has come.', {
  lead: 'Has shown interest, or fits.',
  prospect: 'A sale is under way.',
  customer: 'Has bought.',
  former: 'Has bought, and buys no more.',
} satisfies Record<CustomerStage, string>)
