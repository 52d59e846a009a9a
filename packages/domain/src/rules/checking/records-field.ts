import type { Catalogue, RecordsCatalogue } from '../../attributes/attribute.ts'
import { type SpecialNames, specialBy, specialNamesOf } from '../../consents/special-names.ts'
import { dealStatuses } from '../../deals/deal.ts'
import {
  type ConsentField,
  type DealsField,
  dealFigures,
  type FitField,
  fitFigures,
  type InteractionsField,
  interactionFigures,
  type Window,
} from '../rule.ts'
import type { Checking, Json, Path } from './checking.ts'
import { checkName } from './name.ts'
import { checkWindow } from './window.ts'

const nothing: RecordsCatalogue = {
  interactions: new Map(),
  stages: new Set(),
  products: new Map(),
  purposes: new Map(),
  segments: new Map(),
  partial: new Set(),
}

export function recordsOf(checking: Checking): RecordsCatalogue {
  return checking.catalogue.records ?? nothing
}

export function checkInteractionsField(
  checking: Checking,
  node: Json,
  path: Path,
): InteractionsField | undefined {
  checking.closed(node, ['kind', 'figure', 'name', 'property', 'window'], path, 'interactions')
  const { interactions, partial } = recordsOf(checking)
  const figure = checkOne(checking, node.figure, [...path, 'figure'], interactionFigures)
  const name =
    node.name === undefined
      ? undefined
      : checkName(checking, node.name, [...path, 'name'], {
          what: 'interaction',
          known: interactions,
          isPartial: partial.has('interactions'),
          next: 'One that has not come yet is announced by `interactionTypeSave`.',
        })
  const window = checkOwnWindow(checking, node, path)
  const property = checkProperty(checking, node, path)
  const isWrong = node.name !== undefined && name === undefined
  if (figure === undefined || window === null || property === null || isWrong) return undefined
  return { kind: 'interactions', figure, ...(name !== undefined && { name }), ...property, ...window }
}

/** Sums and averages are of a property, the other figures of none. */
function checkProperty(checking: Checking, { figure, property }: Json, path: Path) {
  const isNeeded = figure === 'sum' || figure === 'average'
  if (!isNeeded && property === undefined) return {}
  const at = [...path, 'property']
  if (isNeeded && typeof property === 'string' && isKept(property)) {
    const [special] = specialBy(property, namesOf(checking.catalogue))
    if (special === undefined) return { property }
    checking.tell(
      at,
      `'${checking.quote(property)}' tells of '${special}', a special category (health, religion, ethnicity …). Rules do not look for it in what customers did. Choose another property.`,
    )
    return null
  }
  const message = isNeeded
    ? `Name the property whose numbers make the ${figure}, such as "amount": a text of 1 to 255 characters.`
    : "Only 'sum' and 'average' are of a property. Remove it, or choose one of these figures."
  checking.tell(at, message)
  return null
}

function namesOf({ specialNames, attributes }: Catalogue): SpecialNames {
  return specialNames ?? specialNamesOf(attributes.values())
}

function isKept(text: string): boolean {
  return text !== '' && text.length <= 255 && !text.includes('\0') && text.isWellFormed()
}

export function checkDealsField(checking: Checking, node: Json, path: Path): DealsField | undefined {
  checking.closed(node, ['kind', 'figure', 'status', 'stage', 'product', 'window'], path, 'deals')
  const { stages, products, partial } = recordsOf(checking)
  const figure = checkOne(checking, node.figure, [...path, 'figure'], dealFigures)
  const named = (part: 'stage' | 'product', known: ReadonlyMap<string, string | undefined>) =>
    node[part] === undefined
      ? undefined
      : checkName(checking, node[part], [...path, part], {
          what: part,
          known,
          isPartial: partial.has(`${part}s`),
        })
  const status =
    node.status === undefined ? undefined : checkOne(checking, node.status, [...path, 'status'], dealStatuses)
  const stage = named('stage', new Map([...stages].map((each) => [each, each])))
  const product = named('product', products)
  const window = checkOwnWindow(checking, node, path)
  const isWrong =
    (node.status !== undefined && status === undefined) ||
    (node.stage !== undefined && stage === undefined) ||
    (node.product !== undefined && product === undefined)
  if (figure === undefined || window === null || isWrong) return undefined
  return {
    kind: 'deals',
    figure,
    ...(status && { status }),
    ...(stage !== undefined && { stage }),
    ...(product !== undefined && { product }),
    ...window,
  }
}

export function checkConsentField(checking: Checking, node: Json, path: Path): ConsentField | undefined {
  checking.closed(node, ['kind', 'purpose'], path, 'a consent')
  const { purposes } = recordsOf(checking)
  const purpose = checkName(checking, node.purpose, [...path, 'purpose'], {
    what: 'purpose',
    known: new Map([...purposes].map(([key, { name }]) => [key, name])),
  })
  return purpose === undefined ? undefined : { kind: 'consent', purpose }
}

export function checkFitField(checking: Checking, node: Json, path: Path): FitField | undefined {
  checking.closed(node, ['kind', 'scorecard', 'figure'], path, 'a fit')
  const { scorecards = new Map() } = recordsOf(checking)
  const figure = checkOne(checking, node.figure, [...path, 'figure'], fitFigures)
  const scorecard = checkName(checking, node.scorecard, [...path, 'scorecard'], {
    what: 'published scorecard',
    known: new Map([...scorecards].map(([slug, { name }]) => [slug, name])),
  })
  return scorecard === undefined || figure === undefined ? undefined : { kind: 'fit', scorecard, figure }
}

/** Null, and told, where it makes no sense. */
function checkOwnWindow(checking: Checking, node: Json, path: Path): { readonly window?: Window } | null {
  if (node.window === undefined) return {}
  const window = checkWindow(checking, node.window, [...path, 'window'])
  return window === undefined ? null : { window }
}

function checkOne<Of extends string>(
  checking: Checking,
  input: unknown,
  path: Path,
  allowed: readonly Of[],
): Of | undefined {
  return (
    allowed.find((each) => each === input) ??
    checking.tell(path, `Use one of: ${allowed.join(', ')}; this is ${shown(checking, input)}.`)
  )
}

function shown(checking: Checking, input: unknown): string {
  return typeof input === 'string'
    ? `'${checking.quote(input)}'`
    : input === undefined
      ? 'missing'
      : 'no text'
}
