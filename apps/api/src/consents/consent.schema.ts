import type { ConsentRow } from '@profilkort/database/consents/consents.queries'
import { type PurposeRow, withPredefined } from '@profilkort/database/consents/purposes.queries'
import {
  type ConsentState,
  consentStates,
  mayBeUsed,
  type Standing,
} from '@profilkort/domain/consents/consent'
import { Customer, writtenCustomer } from '../customers/customer.schema.ts'
import { loadPart } from '../customers/customer-parts.ts'
import { builder } from '../graphql/builder.ts'
import { insider } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { LocaleEnum } from '../graphql/locales.schema.ts'
import { createProblems } from '../graphql/problems.schema.ts'
import { PurposeType } from './purpose.schema.ts'
import { recordConsent } from './record-consent.ts'
import { loadStandings } from './uses.ts'

const said = {
  given: 'Yes.',
  denied: 'No, when asked; an objection, where data was used without asking.',
  withdrawn: 'No longer, after a yes.',
} satisfies Record<ConsentState, string>

const StateEnum = enumOf('ConsentState', 'What a person said to a purpose.', said)
const StandingEnum = enumOf('ConsentStanding', 'Where a person stands on a purpose.', {
  ...said,
  expired: 'A yes that has run out.',
  unknown: 'Nothing was said.',
} satisfies Record<Standing['standing'] | 'unknown', string>)

const ConsentType = builder.objectRef<ConsentRow>('Consent').implement({
  description: 'What a person said to a purpose once; never changed.',
  fields: (t) => ({
    state: t.field({ type: StateEnum, description: 'What was said.', resolve: ({ state }) => state }),
    at: t.field({ type: 'DateTime', description: 'When.', resolve: ({ at }) => new Date(at) }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'From when on a yes counts no more; null for never.',
      resolve: ({ expiresAt }) => (expiresAt === null ? null : new Date(expiresAt)),
    }),
    source: t.exposeString('source', { description: 'Who told of it: a system or a person.' }),
    channel: t.exposeString('channel', {
      nullable: true,
      description: 'How it was said: a form, a telephone call.',
    }),
    textVersion: t.exposeInt('textVersion', {
      nullable: true,
      description: "Which version of the purpose's text was shown.",
    }),
    locale: t.field({
      type: LocaleEnum,
      nullable: true,
      description: 'In which language it was shown.',
      resolve: ({ locale }) => locale,
    }),
    proof: t.exposeString('proof', { nullable: true, description: 'What shows that it was said.' }),
    recordedBy: t.exposeString('recordedBy', { description: 'Who wrote it down here.' }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'When it was written down here.',
      resolve: ({ recordedAt }) => new Date(recordedAt),
    }),
  }),
})

/** Where a customer stands on a purpose, and all that was said on it. */
interface StandingView {
  readonly purpose: PurposeRow
  readonly standing: Standing | undefined
  /** The newest first. */
  readonly history: readonly ConsentRow[]
}

const decisive = ({ standing, history }: StandingView) => history.find(({ id }) => id === standing?.consentId)

const PurposeConsentType = builder.objectRef<StandingView>('PurposeConsent').implement({
  description: 'Where a person stands on a purpose.',
  fields: (t) => ({
    purpose: t.field({ type: PurposeType, description: 'The purpose.', resolve: ({ purpose }) => purpose }),
    state: t.field({
      type: StandingEnum,
      description: 'Where the person stands: the newest counts, and of several at one time the strictest.',
      resolve: ({ standing }) => standing?.standing ?? 'unknown',
    }),
    mayBeUsed: t.boolean({
      description: "Whether the person's data may be used for it now, by the purpose's ground.",
      resolve: ({ purpose, standing }) => mayBeUsed(purpose.ground, standing?.standing),
    }),
    since: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when; null where nothing was said.',
      resolve: ({ standing }) => standing && new Date(standing.since),
    }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When a yes runs out or ran out; null for never.',
      resolve: ({ standing }) =>
        typeof standing?.expiresAt === 'number' ? new Date(standing.expiresAt) : null,
    }),
    source: t.string({
      nullable: true,
      description: 'Who told of what counts.',
      resolve: (view) => decisive(view)?.source,
    }),
    textVersion: t.int({
      nullable: true,
      description: 'Which version of the text was shown for what counts.',
      resolve: (view) => decisive(view)?.textVersion,
    }),
    history: t.field({
      type: [ConsentType],
      description: 'All that was said on it, the newest first.',
      resolve: ({ history }) => [...history],
    }),
  }),
})

builder.objectField(Customer, 'consents', (t) =>
  t.field({
    type: [PurposeConsentType],
    nullable: true,
    description:
      'Of a person: what its data may be used for, each purpose in use and those something was said on. Empty for a company. Needs `customer:read`.',
    authScopes: { may: 'customer:read' },
    resolve: async ({ id, kind }, _args, context): Promise<StandingView[]> => {
      if (kind === 'company') return []
      const [own, standings, history] = await Promise.all([
        loadPart(context, 'purposes', id),
        loadStandings(context, id),
        loadPart(context, 'consents', id),
      ])
      return withPredefined(own)
        .map((purpose) => ({
          purpose,
          standing: standings.find((each) => each.purpose === purpose.key),
          history: history.filter((each) => each.purpose === purpose.key),
        }))
        .filter((view) => view.purpose.archivedAt === null || view.history.length > 0)
    },
  }),
)

const ConsentInput = builder.inputType('ConsentInput', {
  description: 'What a person said to a purpose.',
  fields: (t) => ({
    purpose: t.string({ required: true, description: "The purpose's key: `marketing`." }),
    state: t.field({
      type: StateEnum,
      required: true,
      description: `What was said: ${consentStates.join(', ')}.`,
    }),
    at: t.field({ type: 'DateTime', description: 'When it was said; now when not given.' }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'From when on a yes counts no more; never when not given.',
    }),
    source: t.string({ description: 'Who told of it; whoever records it when not given.' }),
    channel: t.string({ description: 'How it was said, at most 60 characters.' }),
    textVersion: t.int({ description: "Which version of the purpose's text was shown." }),
    locale: t.field({ type: LocaleEnum, description: 'In which language it was shown.' }),
    proof: t.string({ description: 'What shows that it was said, at most 2,000 characters.' }),
  }),
})

builder.mutationField('consentRecord', (t) =>
  t.field({
    type: Customer,
    description:
      'Keeps what a person said to a purpose; what follows from it follows at once. Nothing is changed or taken back: a later no is one more consent. Needs `consent:record`.',
    authScopes: { may: 'consent:record' },
    errors: {
      types: createProblems,
      dataField: { name: 'customer', description: 'The person as it is now.' },
    },
    args: {
      customer: t.arg.globalID({ required: true, description: 'The person.' }),
      input: t.arg({ type: ConsentInput, required: true, description: 'What was said.' }),
    },
    resolve: async (_root, { customer, input }, context) =>
      writtenCustomer(
        context,
        await recordConsent(context, customer.id, {
          purpose: input.purpose,
          state: input.state,
          at: input.at ?? context.now,
          expiresAt: input.expiresAt ?? undefined,
          source: input.source ?? insider(context.viewer).actor,
          channel: input.channel ?? undefined,
          textVersion: input.textVersion ?? undefined,
          locale: input.locale ?? undefined,
          proof: input.proof ?? undefined,
        }),
      ),
  }),
)
