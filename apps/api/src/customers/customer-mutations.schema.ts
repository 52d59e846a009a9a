import { byHand } from '@profilkort/domain/identity/survivorship'
import { builder } from '../graphql/builder.ts'
import { Forbidden, InvalidInput, NotFound, RevisionConflict } from '../graphql/problems.ts'
import { createNew } from './create-customer.ts'
import { Customer, CustomerKindEnum, CustomerStageEnum, writtenCustomer } from './customer.schema.ts'
import { loadPart } from './customer-parts.ts'
import { updateCustomer } from './update-customer.ts'

const WrittenValueInput = builder.inputType('AttributeValueInput', {
  description: 'A value of one attribute.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'The attribute.' }),
    value: t.field({
      type: 'JSON',
      description:
        'A text, a number, true or false, a list of texts, an amount with its currency, or a time such as `2026-11-23`; null takes back what was written by hand.',
    }),
  }),
})

const CustomerCreateInput = builder.inputType('CustomerCreateInput', {
  description: 'A new customer.',
  fields: (t) => ({
    kind: t.field({ type: CustomerKindEnum, required: true, description: 'Company or person.' }),
    name: t.string({ required: true, description: 'Its name.' }),
    stage: t.field({ type: CustomerStageEnum, description: 'How far it has come; a lead when not given.' }),
    company: t.globalID({ description: 'Of a contact: the company it belongs to.' }),
    attributes: t.field({ type: [WrittenValueInput], defaultValue: [], description: 'What is known of it.' }),
    source: t.string({ description: 'The system that says so; people here when not given.' }),
    externalId: t.string({
      description:
        'What the source knows it by: the same again is the same customer, so that a call can be repeated.',
    }),
  }),
})

const CustomerUpdateInput = builder.inputType('CustomerUpdateInput', {
  description: 'What people write on a customer; no source overwrites it. What is not given stays.',
  fields: (t) => ({
    name: t.string({ description: 'Its name.' }),
    stage: t.field({ type: CustomerStageEnum, description: 'How far it has come.' }),
    company: t.globalID({ description: 'Of a contact: the company it belongs to.' }),
    attributes: t.field({ type: [WrittenValueInput], defaultValue: [], description: 'What is known of it.' }),
  }),
})

const dataField = { name: 'customer', description: 'The customer as it is now.' }

builder.mutationField('customerCreate', (t) =>
  t.field({
    type: Customer,
    description:
      'Creates a customer. Where an identifier such as an organisation number or e-mail says that it is one that is known, that one is answered with what is new about it. Needs `customer:write`.',
    authScopes: { may: 'customer:write' },
    errors: { types: [InvalidInput, NotFound, Forbidden], dataField },
    extensions: { keptNowhere: true },
    args: { input: t.arg({ type: CustomerCreateInput, required: true, description: 'The new customer.' }) },
    resolve: async (_root, { input: { company, ...input } }, context) =>
      writtenCustomer(
        context,
        await createNew(context, {
          kind: input.kind,
          name: input.name,
          stage: input.stage ?? undefined,
          companyId: company?.id,
          attributes: input.attributes ?? [],
          source: input.source ?? undefined,
          externalId: input.externalId ?? undefined,
        }),
        input.name,
      ),
  }),
)

builder.mutationField('customerUpdate', (t) =>
  t.field({
    type: Customer,
    description: 'Writes on a customer by hand; no source overwrites it. Needs `customer:write`.',
    authScopes: { may: 'customer:write' },
    errors: { types: [InvalidInput, NotFound, RevisionConflict, Forbidden], dataField },
    args: {
      id: t.arg.globalID({ required: true, description: 'The customer.' }),
      expectedRevision: t.arg.int({
        required: true,
        description: 'The `writtenRevision` of the customer that the caller has seen.',
      }),
      input: t.arg({ type: CustomerUpdateInput, required: true, description: 'What is written.' }),
    },
    resolve: async (_root, { id, expectedRevision, input: { company, ...input } }, context) =>
      writtenCustomer(
        context,
        await updateCustomer(context, id.id, expectedRevision, {
          name: input.name ?? undefined,
          stage: input.stage ?? undefined,
          companyId: company?.id,
          attributes: input.attributes ?? [],
        }),
        input.name ?? undefined,
      ),
  }),
)

builder.objectField(Customer, 'writtenRevision', (t) =>
  t.int({
    nullable: true,
    description:
      'How many times people have written on it by hand, for `customerUpdate`. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    resolve: async ({ id }, _args, context) => {
      const records = await loadPart(context, 'records', id)
      return records.find(({ source, attachedTo }) => source === byHand && attachedTo === id)?.revision ?? 0
    },
  }),
)
