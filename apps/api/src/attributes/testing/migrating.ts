import { inWorkspace } from '@profilkort/database/connect'
import type { Value, Values } from '@profilkort/domain/attributes/attribute'
import { expect } from 'vitest'
import { type Told, tell } from '../../testing/records.ts'
import type { startTestServer } from '../../testing/server.ts'

/** What tests of migrations do on a server. */
export function migrating({ ask, db, workspace, clock }: Awaited<ReturnType<typeof startTestServer>>) {
  async function query(text: string, key = workspace.secretKey) {
    const { body } = await ask(text, { key })
    expect(body.errors, text).toBeUndefined()
    return body.data
  }

  const problems = `__typename ... on Problem { message path
    ... on InvalidInput { problems { path message } } ... on RevisionConflict { currentRevision } ... on InUse { users { kind name } } }`
  const values = '{ before after beforeText(locale: nb) afterText(locale: nb) records customers }'

  const create = async (key: string, type: string, more = '') =>
    query(`mutation { attributeCreate(input: { key: "${key}", subject: COMPANY, type: ${type}, category: OTHER, label: { nb: "${key}" } ${more} }) {
      ... on AttributeCreateSuccess { attribute { key } } ${problems} } }`)

  async function preview(key: string, migration: string) {
    const { result } =
      await query(`{ result: attributeMigrationPreview(key: "${key}", migration: { ${migration} }) {
      ... on AttributeMigrationPreviewSuccess { preview { revision canMigrate records customers lostRecords lostCustomers
        samples ${values} lost ${values} unlisted ${values} rules { kind name problems { path message } } } } ${problems} } }`)
    return result
  }

  async function migrate(key: string, migration: string, revision = 1) {
    const { result } =
      await query(`mutation { result: attributeMigrate(key: "${key}", expectedRevision: ${revision}, migration: { ${migration} }) {
      ... on AttributeMigrateSuccess { migrated { attribute { key type revision } migration { records customers lost rewritten { kind name } } } } ${problems} } }`)
    return result
  }

  const tellAll = (told: readonly Told[]) => tell(db, workspace.id, told, clock.now)
  const said = (key: string, each: readonly (Value | undefined)[], prefix = key) =>
    tellAll(
      each.map((value, index) => ({
        externalId: `${prefix} ${index}`,
        values: value === undefined ? {} : { [key]: value },
      })),
    )

  async function attributesOf(ids: readonly string[]): Promise<readonly Values[]> {
    const rows = await inWorkspace(db, workspace.id, (tx) =>
      tx
        .selectFrom('customer')
        .select(['id', 'attributes'])
        .where('workspace_id', '=', workspace.id)
        .where('id', 'in', [...ids])
        .execute(),
    )
    return ids.map((id) => rows.find((row) => row.id === id)?.attributes as unknown as Values)
  }

  const rule = (key: string, test: string, operand: string) =>
    `{ ${test}: { field: { attribute: "${key}" }, ${operand} } }`
  const makeSegment = (slug: string, of: string) =>
    query(
      `mutation { segmentCreate(input: { slug: "${slug}", name: { nb: "S" }, rule: ${of} }) { __typename ${problems} } }`,
    )
  const readSegment = async (slug: string) =>
    (await query(`{ segment(slug: "${slug}") { rule revision customerCount } }`)).segment

  return {
    query,
    problems,
    create,
    preview,
    migrate,
    tellAll,
    said,
    attributesOf,
    rule,
    makeSegment,
    readSegment,
  }
}
