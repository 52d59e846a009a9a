import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { hasWords, type Person, quotesCells } from './person.ts'
import type { PersonalTable } from './personal-tables.ts'

/** What an import noticed and proposed quotes cells; what quotes the person goes, the numbers stay. */
export const importTable: PersonalTable = {
  table: 'import',
  isOf: (person) => {
    const texts = ['file_name', 'mapping', 'request', 'proposal', 'remarks', 'problem', 'report'] as const
    return sql`(${sql.join(
      texts.map((column) => tells(person, column)),
      sql` or `,
    )})`
  },
  erasure: (person) => sql`
    file_name = case when ${tells(person, 'file_name')} then 'erased' else file_name end,
    mapping = case when ${tells(person, 'mapping')} then '{}' else mapping end,
    request = case when ${tells(person, 'request')} then request - 'changes' - 'mapping' else request end,
    proposal = case when ${tells(person, 'proposal')} then null else proposal end,
    remarks = case when ${tells(person, 'remarks')} then '{"reader": [], "writer": []}' else remarks end,
    problem = case when ${tells(person, 'problem')} then problem || '{"message": "erased"}' else problem end,
    report = report || jsonb_build_object('notes', coalesce((
      select jsonb_agg(note) from jsonb_array_elements(report -> 'notes') as note
      where not ${isOn(person, sql`note::text`)}), '[]'))`,
}

function tells(person: Person, column: string): RawBuilder<SqlBool> {
  return isOn(person, sql`${sql.ref(column)}::text`)
}

function isOn(person: Person, text: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql`(${hasWords(person, text)} or ${quotesCells(person, text)})`
}
