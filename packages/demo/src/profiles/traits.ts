import { in4, type Translated } from '@profilkort/domain/locales/locale'
import type { FieldValue, Trait } from '@profilkort/domain/profiles/profile'
import type { Rule } from '@profilkort/domain/rules/rule'

export const list = (
  nb: readonly string[],
  sv: readonly string[],
  da: readonly string[],
  en: readonly string[],
): FieldValue => ({ kind: 'list', items: { nb, sv, da, en } })
export const text = (nb: string, sv: string, da: string, en: string): FieldValue => ({
  kind: 'text',
  text: in4(nb, sv, da, en),
})
export const attribute = (key: string) => ({ kind: 'attribute', key }) as const

const sizeRule: Rule = { kind: 'between', field: attribute('employees'), from: 20, to: 100 }
const cloudRule: Rule = { kind: 'oneOf', field: attribute('systemsInUse'), values: ['cloudAccounting'] }
const revenueRule: Rule = {
  kind: 'atLeast',
  field: attribute('annualRevenue'),
  value: { amount: 20_000_000, currency: 'NOK' },
}

/** The size of a company that has outgrown spreadsheets and not yet its own development. */
export const size: Trait = {
  key: 'employees',
  label: in4('Størrelse', 'Storlek', 'Størrelse', 'Size'),
  words: in4('20–100 ansatte', '20–100 anställda', '20–100 ansatte', '20–100 employees'),
  rule: sizeRule,
}
export const cloud: Trait = {
  key: 'systems',
  label: in4('Systemer', 'System', 'Systemer', 'Systems'),
  words: in4(
    'Regnskap i skyen allerede',
    'Redovisning i molnet redan',
    'Regnskab i skyen allerede',
    'Cloud accounting already',
  ),
  rule: cloudRule,
}
export const revenue: Trait = {
  key: 'revenue',
  label: in4('Omsetning', 'Omsättning', 'Omsætning', 'Revenue'),
  words: in4(
    'Over 20 millioner kroner',
    'Över 20 miljoner norska kronor',
    'Over 20 millioner norske kroner',
    'More than NOK 20 million',
  ),
  rule: revenueRule,
}
export const industry = (words: Translated, values: readonly string[]): Trait => ({
  key: 'industry',
  label: in4('Bransje', 'Bransch', 'Branche', 'Industry'),
  words,
  rule: { kind: 'oneOf', field: attribute('industry'), values },
})

/** What a person is in the company. */
export const role = (words: Translated, value: string): Trait => ({
  key: 'role',
  label: in4('Rolle', 'Roll', 'Rolle', 'Role'),
  words,
  rule: { kind: 'is', field: attribute('role'), value },
})
