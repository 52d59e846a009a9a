import { listTickets, type TicketRow } from '@profilkort/database/support/tickets.queries'
import { Customer } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { inOrder } from '../graphql/in-order.ts'

const TicketType = builder.objectRef<TicketRow>('Ticket').implement({
  description: 'What a customer asked the support desk.',
  fields: (t) => ({
    source: t.exposeString('source', { description: 'The source that told of it.' }),
    number: t.exposeString('number', { description: 'What its source knows it by.' }),
    subject: t.exposeString('subject', { nullable: true, description: 'What it is about.' }),
    channel: t.exposeString('channel', { nullable: true, description: 'How it came in, in small letters.' }),
    openedOn: t.expose('openedOn', { type: 'Date', description: 'When it was opened.' }),
    closedOn: t.expose('closedOn', {
      type: 'Date',
      nullable: true,
      description: 'When it was closed; null while it is open.',
    }),
    minutes: t.exposeFloat('minutes', { nullable: true, description: 'Minutes that were spent on it.' }),
    satisfaction: t.exposeInt('satisfaction', {
      nullable: true,
      description: 'How content the customer was with the answer, 1 to 5.',
    }),
  }),
})

builder.objectField(Customer, 'tickets', (t) =>
  t.loadableList({
    type: TicketType,
    nullable: true,
    description: 'What it asked the support desk, the latest first, at most 100. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    load: async (ids: string[], { read }: Context) => {
      const rows = await read((tx, workspaceId) => listTickets(tx, workspaceId, ids))
      return inOrder(ids, rows, ({ customerId }) => customerId)
    },
    resolve: ({ id }) => id,
  }),
)
