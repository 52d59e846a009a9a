import type { RecordsCatalogue } from '@profilkort/domain/attributes/attribute'
import { type Purpose, predefinedPurposes } from '@profilkort/domain/consents/purpose'
import type { Localized } from '@profilkort/domain/locales/locale'
import type { Rule } from '@profilkort/domain/rules/rule'
import type { Scorecard } from '@profilkort/domain/scorecards/scorecard'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../connect.ts'

/** So many names are listed; where there are more, not all are known. */
const most = { interactions: 200, stages: 200, products: 1000 } as const

interface Row {
  readonly types: readonly { readonly name: string; readonly label: Localized }[]
  readonly seen: readonly string[]
  readonly stages: readonly string[]
  readonly products: readonly { readonly key: string; readonly name: string }[]
  readonly purposes: readonly (Purpose & { readonly isAway: boolean })[]
  readonly scorecards: readonly { readonly slug: string; readonly content: Scorecard }[]
  readonly segments: readonly {
    readonly slug: string
    readonly name: Localized
    readonly rule: unknown
    readonly kind: 'dynamic' | 'static'
  }[]
}

/** What rules about records may name in a workspace, in one statement. */
export async function readVocabulary(tx: Tx, workspaceId: string): Promise<RecordsCatalogue> {
  const workspace = sql`${workspaceId}::uuid`
  const all = (selected: RawBuilder<unknown>) =>
    sql`(select coalesce(json_agg(each), '[]') from (${selected}) as each)`
  const { rows } = await sql<Row>`-- readVocabulary
    with recursive
      seen (name) as (${distinct('seen', 'interaction', 'name', workspace)}),
      stages (name) as (${distinct('stages', 'deal', 'stage', workspace)})
    select
      ${all(sql`select name, label from interaction_type where workspace_id = ${workspace} order by name limit 1000`)} as types,
      array(select name from seen where name is not null limit ${most.interactions + 1}) as seen,
      array(select name from stages where name is not null limit ${most.stages + 1}) as stages,
      ${all(sql`select key, name from product where workspace_id = ${workspace} order by key limit ${most.products + 1}`)} as products,
      ${all(sql`select key, name, ground, archived_at is not null as "isAway" from purpose where workspace_id = ${workspace}`)} as purposes,
      ${all(sql`select slug, content from scorecard join scorecard_revision as published
        on published.workspace_id = scorecard.workspace_id and published.scorecard_id = scorecard.id
          and published.revision = scorecard.published_revision
        where scorecard.workspace_id = ${workspace} and archived_at is null`)} as scorecards,
      ${all(sql`select slug, name, rule, kind from segment where workspace_id = ${workspace}`)} as segments`.execute(
    tx,
  )
  const [row] = rows
  if (row === undefined) throw new Error('A select without a table always answers one row')
  return toCatalogue(row)
}

/** The distinct values of a column that an index has behind the workspace: one look into it for each of them. */
function distinct(as: string, table: string, column: string, workspace: RawBuilder<unknown>) {
  const name = sql.ref(column)
  const own = sql.id(as)
  const first = (beyond: RawBuilder<unknown>) => sql`(select ${name} from ${sql.table(table)}
    where workspace_id = ${workspace} and ${beyond} order by ${name} limit 1)`
  return sql`${first(sql`true`)}
    union all select ${first(sql`${name} > ${own}.name`)} from ${own} where ${own}.name is not null`
}

function toCatalogue({
  types,
  seen,
  stages,
  products,
  purposes,
  scorecards,
  segments,
}: Row): RecordsCatalogue {
  const own = new Set(purposes.map(({ key }) => key))
  const inUse = [
    ...predefinedPurposes.filter(({ key }) => !own.has(key)),
    ...purposes.filter(({ isAway }) => !isAway),
  ]
  const partial = new Set<'interactions' | 'stages' | 'products'>()
  if (seen.length > most.interactions) partial.add('interactions')
  if (stages.length > most.stages) partial.add('stages')
  if (products.length > most.products) partial.add('products')
  return {
    interactions: new Map([
      ...['page', 'screen', ...seen].map((name) => [name, {}] as const),
      ...types.map(({ name, label }) => [name, label] as const),
    ]),
    stages: new Set(stages),
    products: new Map(products.map(({ key, name }) => [key, name])),
    purposes: new Map(inUse.map(({ key, name, ground }) => [key, { name, ground }])),
    segments: new Map(
      segments.map(({ slug, name, rule, kind }) => [slug, { name, rule: rule as Rule, kind }]),
    ),
    scorecards: new Map(scorecards.map(({ slug, content: { name, bands } }) => [slug, { name, bands }])),
    partial,
  }
}
