import type { Catalogue, RecordsCatalogue } from '../../attributes/attribute.ts'
import { dealStatuses } from '../../deals/deal.ts'
import type { Locale, Localized } from '../../locales/locale.ts'
import {
  type DealsField,
  dealFigures,
  fitFigures,
  type InteractionsField,
  interactionFigures,
  type RecordsField,
} from '../../rules/rule.ts'
import { recordsWords } from '../../rules/sentences/records.ts'
import { textIn } from '../../rules/sentences/text-in.ts'
import { either, literal, type Matched, matchAt, patternOf, quoted } from './pattern.ts'
import { windowsAt } from './windows.ts'

/** A field of records that a clause may begin with, and what the clause goes on to say. */
interface Begun {
  readonly field: RecordsField
  readonly rest: string
}

/** The fields of records that a clause may begin with: guesses, as operands are. */
export function recordsAt(clause: string, catalogue: Catalogue, locale: Locale): readonly Begun[] {
  const { records } = catalogue
  if (records === undefined) return []
  return [
    ...interactionsAt(clause, records, locale),
    ...dealsAt(clause, records, locale),
    ...consentsAt(clause, records, locale),
    ...fitsAt(clause, records, locale),
  ]
}

function interactionsAt(clause: string, records: RecordsCatalogue, locale: Locale): readonly Begun[] {
  const any = recordsWords.anyInteraction[locale]
  return interactionFigures.flatMap((figure) => {
    const words = recordsWords.interactionFigure[figure]
    const what = [literal(any), quoted('name', locale)].join('|')
    const found = matchAt(patternOf(words[locale], { what, property: quoted('property', locale) }), clause)
    if (found === undefined) return []
    const { name, property } = found.groups
    const named =
      name === undefined ? [{}] : namesOf(name, records.interactions, locale).map((each) => ({ name: each }))
    return named.flatMap((each) =>
      withWindows(
        { kind: 'interactions', figure, ...each, ...(property !== undefined && { property }) },
        found,
        locale,
      ),
    )
  })
}

function dealsAt(clause: string, records: RecordsCatalogue, locale: Locale): readonly Begun[] {
  const { inStage, forProduct, deals, dealFigure } = recordsWords
  const statuses = Object.fromEntries(
    (['any', ...dealStatuses] as const).map((status) => [status, deals[status][locale]]),
  )
  const stage = patternOf(inStage[locale], { stage: quoted('stage', locale) })
  const product = patternOf(forProduct[locale], { product: quoted('product', locale) })
  const what = `(?:${either(statuses)})(?:\\s${stage})?(?:\\s${product})?`
  return dealFigures.flatMap((figure) => {
    const words = dealFigure[figure]
    const found = matchAt(patternOf(words[locale], { what }), clause)
    if (found === undefined) return []
    const { groups } = found
    const status = dealStatuses.find((each) => groups[each] !== undefined)
    const sold =
      groups.product === undefined ? [undefined] : namesOf(groups.product, records.products, locale)
    return sold.flatMap((each) =>
      withWindows(
        {
          kind: 'deals',
          figure,
          ...(status && { status }),
          ...(groups.stage !== undefined && { stage: groups.stage }),
          ...(each !== undefined && { product: each }),
        },
        found,
        locale,
      ),
    )
  })
}

function consentsAt(clause: string, { purposes }: RecordsCatalogue, locale: Locale): readonly Begun[] {
  const found = matchAt(
    patternOf(recordsWords.consentTo[locale], { purpose: quoted('purpose', locale) }),
    clause,
  )
  if (found === undefined) return []
  const names = new Map([...purposes].map(([key, { name }]) => [key, name]))
  return namesOf(found.groups.purpose ?? '', names, locale).map((purpose) => ({
    field: { kind: 'consent', purpose },
    rest: found.rest,
  }))
}

function fitsAt(clause: string, { scorecards }: RecordsCatalogue, locale: Locale): readonly Begun[] {
  const names = new Map([...(scorecards ?? [])].map(([slug, { name }]) => [slug, name]))
  return fitFigures.flatMap((figure) => {
    const words = recordsWords.fitFigure[figure][locale]
    const found = matchAt(patternOf(words, { scorecard: quoted('scorecard', locale) }), clause)
    if (found === undefined) return []
    return namesOf(found.groups.scorecard ?? '', names, locale).map((scorecard) => ({
      field: { kind: 'fit', scorecard, figure },
      rest: found.rest,
    }))
  })
}

/** With each window that may follow, and without one. */
function withWindows(
  field: InteractionsField | DealsField,
  { rest }: Matched,
  locale: Locale,
): readonly Begun[] {
  return [
    ...windowsAt(rest, locale).map(({ window, rest: further }) => ({
      field: { ...field, window },
      rest: further,
    })),
    { field, rest },
  ]
}

/** What is called so, by its label or its own name; one that is not known is called by its name. */
export function namesOf(
  text: string,
  known: ReadonlyMap<string, Localized | string | undefined>,
  locale: Locale,
): readonly string[] {
  const called = [...known].flatMap(([name, label]) => {
    const shown = typeof label === 'string' ? label : textIn(label ?? {}, locale)
    return (shown ?? name) === text ? [name] : []
  })
  return [...new Set([...called, text])]
}
