import type { Use } from '@profilkort/database/consents/may-be-used'
import type { PurposeRow } from '@profilkort/database/consents/purposes.queries'
import type { Catalogue } from '@profilkort/domain/attributes/attribute'
import type { CustomerKind } from '@profilkort/domain/customers/customer'
import { type Habits, habitsOf } from '@profilkort/domain/exports/habits'
import { locales } from '@profilkort/domain/locales/locale'
import { checkRule } from '@profilkort/domain/rules/check'
import type { CoreRule } from '@profilkort/domain/rules/core'
import { lower } from '@profilkort/domain/rules/lower'
import { Refused } from '../keys/refused.ts'

export const exportFormats = ['csv', 'ndjson'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What is to leave, and how it is written. */
export interface ExportRequest {
  readonly kind: CustomerKind | undefined
  readonly rule: CoreRule | undefined
  /** What the list is for: only those who may be used for it leave. */
  readonly use: Use | undefined
  /** The columns, in order; the usual ones when undefined. */
  readonly columns: readonly string[] | undefined
  readonly habits: Habits
  readonly hasMark: boolean
}

type Query = { readonly [name: string]: unknown }

/**
 * Reads `?kind=company&where={…}&purpose=marketing&columns=name,employees&locale=nb&delimiter=;&decimal=,&bom=true`.
 * @param catalogue what may leave: a rule may speak of nothing else
 */
export function parseExport(
  query: Query,
  catalogue: Catalogue,
  purposes: readonly PurposeRow[],
  now: Date,
): ExportRequest {
  const unknown = Object.keys(query).find((name) => !known.has(name))
  if (unknown !== undefined)
    throw wrong(`"${unknown}" is not known. There is: ${[...known].toSorted().join(', ')}.`)
  const locale = choose(query, 'locale', locales) ?? 'en'
  const usual = habitsOf[locale]
  const delimiter = choose(query, 'delimiter', [',', ';', 'tab']) ?? usual.delimiter
  return {
    kind: choose(query, 'kind', ['company', 'person']),
    rule: parseRule(textOf(query, 'where'), catalogue, now),
    use: parsePurpose(textOf(query, 'purpose'), purposes, now),
    columns: textOf(query, 'columns')
      ?.split(',')
      .map((column) => column.trim()),
    habits: {
      delimiter: delimiter === 'tab' ? '\t' : delimiter,
      decimal: choose(query, 'decimal', ['.', ',']) ?? usual.decimal,
    },
    hasMark: choose(query, 'bom', ['true', 'false']) === 'true',
  }
}

const known = new Set(['kind', 'where', 'purpose', 'columns', 'locale', 'delimiter', 'decimal', 'bom'])

function parseRule(text: string | undefined, catalogue: Catalogue, now: Date): CoreRule | undefined {
  if (text === undefined) return undefined
  let written: unknown
  try {
    written = JSON.parse(text)
  } catch {
    throw wrong('`where` has to be a rule as JSON.')
  }
  const checked = checkRule(written, catalogue)
  if (checked.ok) return lower(checked.value, now.getTime(), catalogue.records)
  const [{ path, message }] = checked.problems
  throw wrong(`${['where', ...path].join('.')}: ${message}`)
}

function parsePurpose(
  purpose: string | undefined,
  purposes: readonly PurposeRow[],
  now: Date,
): Use | undefined {
  if (purpose === undefined) return undefined
  const inUse = purposes.filter(({ archivedAt }) => archivedAt === null)
  const found = inUse.find(({ key }) => key === purpose)
  if (found !== undefined) return { purpose, ground: found.ground, now }
  const keys = inUse.map(({ key }) => key)
  throw wrong(`There is no purpose "${purpose.slice(0, 60)}". These are: ${keys.join(', ')}.`)
}

function choose<Choice extends string>(
  query: Query,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = textOf(query, name)
  const found = choices.find((choice) => choice === text)
  if (text === undefined || found !== undefined) return found
  throw wrong(`\`${name}\` is one of ${choices.join(' ')}; not "${text.slice(0, 40)}".`)
}

function textOf(query: Query, name: string): string | undefined {
  const value = query[name]
  if (value === undefined) return undefined
  // What says nothing would narrow down nothing, and more would leave than was meant to.
  if (value === '') throw wrong(`\`${name}\` is empty. Say what it is to be, or leave it out.`)
  if (typeof value === 'string') return value
  throw wrong(`\`${name}\` is given once.`)
}

function wrong(message: string): Refused {
  return new Refused('BAD_USER_INPUT', message)
}

/** The columns asked for, each known; the usual ones where none are. */
export function settleColumns(
  asked: readonly string[] | undefined,
  all: readonly string[],
  usual: readonly string[],
): readonly string[] {
  if (asked === undefined) return usual
  const unknown = asked.find((column) => !all.includes(column))
  if (unknown === undefined) return asked
  throw wrong(`There is no column "${unknown}" to export. There is: ${all.join(', ')}.`)
}
