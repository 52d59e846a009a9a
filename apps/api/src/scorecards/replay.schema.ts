import { type LocaleChain, resolveText } from '@profilkort/domain/locales/locale'
import { prepareScorecard } from '@profilkort/domain/scorecards/fit'
import type { Replayed, ReplayedGroup } from '@profilkort/domain/scorecards/replay'
import type { Scorecard } from '@profilkort/domain/scorecards/scorecard'
import { CustomerKindEnum } from '../customers/customer.schema.ts'
import { builder } from '../graphql/builder.ts'
import { dayOf } from '../graphql/context.ts'
import { enumOf } from '../graphql/enums.ts'
import { InvalidInput } from '../graphql/problems.ts'
import { catalogueFor } from '../rules/catalogue-for.ts'
import { draftOf } from './draft-of.ts'
import { endOf, mostReplayed, type Replay, replayScorecard } from './replay-scorecard.ts'
import { rulesWritten } from './rules-written.ts'
import { ScorecardType } from './scorecard.schema.ts'
import { ScorecardUpdateInput } from './scorecard-input.schema.ts'

const ReplayValuesEnum = enumOf('ReplayValues', 'Which values are taken for known on the day.', {
  asThen: 'Those that were said until then; what was said later is unknown.',
  asNow: 'All that are known now: for values that were gathered late and do not change, such as an industry.',
})

const GroupType = builder.objectRef<ReplayedGroup & { readonly label: string }>('ReplayedGroup').implement({
  description: 'What became of the deals of customers that a scorecard would have put together.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'A band, or why there was none.' }),
    label: t.exposeString('label', { description: 'Its name for people.' }),
    customers: t.exposeInt('customers', { description: 'How many customers.' }),
    won: t.exposeInt('won', { description: 'Deals won since.' }),
    lost: t.exposeInt('lost', { description: 'Deals lost since.' }),
    winRate: t.float({
      nullable: true,
      description: 'won / (won + lost), 0 to 1; null without any.',
      resolve: ({ winRate }) => winRate ?? null,
    }),
    wonValue: t.exposeFloat('wonValue', { description: "What was won, in the workspace's currency." }),
  }),
})

interface ReplayedView extends Replayed {
  readonly content: Scorecard
  readonly chain: LocaleChain
}

const ReplayedType = builder.objectRef<ReplayedView>('ReplayedScorecard').implement({
  description: 'What became of deals by how a scorecard would have judged their customers.',
  fields: (t) => ({
    bands: t.field({
      type: [GroupType],
      description: 'By band, from low to high; of those that would have been scored.',
      resolve: ({ bands, content, chain }) =>
        bands.map((each) => {
          const band = content.bands.find(({ key }) => key === each.key)
          return { ...each, label: (band && resolveText(band.label, chain)?.text) ?? each.key }
        }),
    }),
    without: t.field({
      type: [GroupType],
      description: 'By why there would have been no band.',
      resolve: ({ without }) => without.map((each) => ({ ...each, label: each.key })),
    }),
    qualified: t.field({
      type: GroupType,
      description: 'Those that would have reached the threshold for sure, not disqualified.',
      resolve: ({ qualified }) => ({ ...qualified, label: qualified.key }),
    }),
    others: t.field({
      type: GroupType,
      description: 'All others.',
      resolve: ({ others }) => ({ ...others, label: others.key }),
    }),
  }),
})

interface ReplayView extends Replay {
  readonly draftContent: Scorecard
  readonly beforeContent: Scorecard | undefined
  readonly chain: LocaleChain
}

const ReplayType = builder.objectRef<ReplayView>('ScorecardReplay').implement({
  description:
    'A draft and the published scorecard as they would have judged on a day, with what became of the deals since.',
  fields: (t) => ({
    customers: t.exposeInt('customers', { description: 'How many customers had deals closed since.' }),
    isCut: t.exposeBoolean('isCut', {
      description: `Whether there were more: the ${mostReplayed} whose deals were closed last are judged.`,
    }),
    valuesSaidLater: t.exposeInt('valuesSaidLater', {
      description:
        'Of how many a value that the draft looks at was said only after the day: unknown by `AS_THEN`, known by `AS_NOW`.',
    }),
    draft: t.field({
      type: ReplayedType,
      description: 'By the draft.',
      resolve: ({ draft, draftContent, chain }) => ({ ...draft, content: draftContent, chain }),
    }),
    before: t.field({
      type: ReplayedType,
      nullable: true,
      description: 'By the published scorecard; null where none is.',
      resolve: ({ before, beforeContent, chain }) =>
        before && beforeContent && { ...before, content: beforeContent, chain },
    }),
  }),
})

const dayPattern = /^\d{4}-\d\d-\d\d$/

builder.objectField(ScorecardType, 'replay', (t) =>
  t.field({
    type: ReplayType,
    nullable: true,
    description:
      'How the newest revision with these changes would have judged at the end of a day, and what became of the deals closed since: metrics, answers, interactions and deals as of that day. Consents, lists, and the companies and people around are as they are now. Needs `customer:read`; null without.',
    authScopes: { may: 'customer:read' },
    args: {
      on: t.arg({ type: 'Date', required: true, description: 'The day; before today.' }),
      input: t.arg({ type: ScorecardUpdateInput, description: 'Changes to the newest revision.' }),
      kind: t.arg({
        type: CustomerKindEnum,
        required: true,
        defaultValue: 'company',
        description: 'Companies or persons.',
      }),
      values: t.arg({
        type: ReplayValuesEnum,
        required: true,
        defaultValue: 'asThen',
        description: 'Which values are taken for known.',
      }),
    },
    resolve: async (scorecard, { on, input, kind, values }, context) => {
      if (!dayPattern.test(on) || on >= dayOf(context.now)) {
        const message = `A replay is on a day before today, such as 2026-01-31; this is ${on}.`
        throw new InvalidInput([{ path: ['on'], message }])
      }
      const draft = await draftOf(context, scorecard, input ?? {})
      const { published, id } = scorecard.row
      const contents = [draft.content, ...(published ? [published.content] : [])]
      const { records } = await catalogueFor(context, contents.flatMap(rulesWritten))
      const at = (content: Scorecard) => prepareScorecard(content, endOf(on), records)
      const replay = await replayScorecard(context, {
        scorecardId: id,
        draft: at(draft.content),
        before: published && at(published.content),
        kind,
        day: on,
        withLaterValues: values === 'asNow',
      })
      return {
        ...replay,
        draftContent: draft.content,
        beforeContent: published?.content,
        chain: scorecard.chain,
      }
    },
  }),
)
