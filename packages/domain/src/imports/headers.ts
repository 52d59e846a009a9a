import { headerEnds, namesOf } from './header-ends.ts'
import { attributeNames, partNames } from './header-names.ts'
import type { ImportKind, Part } from './kinds.ts'

/**
 * A header without case, signs and marks: `Stiftet år` is `stiftetar`, `Sum-myndighet` is `summyndighet`. Letters that
 * stand for a Nordic one are folded as it is: `Beloeb` and `Beløb` are `belob`, `Maaned` and `Måned` are `maned`.
 */
export function foldHeader(header: string): string {
  return header
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll('oe', 'o')
    .replaceAll('aa', 'a')
    .replaceAll(/[^a-z0-9]/g, '')
}

/** The part that a header names in files of a kind, with its ends or without; undefined when it names none. */
export function partOf(kind: ImportKind, header: string): Part | undefined {
  const folded = namesOf(header).map(foldHeader)
  const parts = Object.entries(partNames[kind])
  const found = folded.flatMap((name) => parts.find(([, names]) => names.includes(name)) ?? [])
  return found[0] as Part | undefined
}

/** The predefined attribute that a header names, with its ends or without; undefined when it names none. */
export function attributeOf(header: string): string | undefined {
  return namesOf(header)
    .map(attributeNamed)
    .find((key) => key !== undefined)
}

/** The same of a name without ends. */
export function attributeNamed(name: string): string | undefined {
  const folded = foldHeader(name)
  return Object.keys(attributeNames).find(
    (key) => foldHeader(key) === folded || attributeNames[key]?.includes(folded),
  )
}

/** Whether a header that is not known at least speaks of a name. */
export function speaksOfName(header: string): boolean {
  return /(?:navn|namn|name)(?:nb|no|en)?$/.test(foldHeader(header))
}

/** Whether a header speaks of a code, which is a text however it looks: `kommunenr`, `Zip code`, `Parent ID`, `clientid`. */
export function speaksOfCode(header: string): boolean {
  const name = header.trim()
  return (
    /(?:nr|nummer|number|kode|kod|code|nace|(?<!con|kon)vers(?:ion|jon))\d*$|^nace/i.test(name) ||
    /(?:^|[\s_-])(?:id|ip|ean|gtin|imei)$/i.test(name) ||
    /[a-z]I[dD]$/.test(name) ||
    // `paid` and `grid` are none.
    /(?:[nck]t|user|order|customer|company|deal|ticket|asset|group|record|owner|item|kunde)id$/i.test(name)
  )
}

/** Whether a header speaks of telephones, whose numbers nobody adds up: `Mobil`, `Telefon 2`. */
export function speaksOfPhone(header: string): boolean {
  return /(?:telefon|phone|mobile?|tlf|fax)[\s_]?\d*$/i.test(header.trim())
}

/** Whether a header that is not known at least speaks of an amount or a count: `Sum-myndighet`, `Budsjett 2024 (NOK)`. */
export function speaksOfNumber(header: string): boolean {
  const name = headerEnds(header).name.replace(/[\s_(-]?(?<!\d)(?:19|20)\d\d\)?$/, '')
  const folded = foldHeader(headerEnds(name).name)
  return (
    /^(?:sum|total|netto|brutto|antall?|resultat)/.test(folded) ||
    /(?:bel(?:o|oe)(?:p|pp|b)|amount|revenue|turnover|total|totalt|sum|value|verdi|varde|vaerdi|price|pris|cost|costs|salg|sales|inntekt|income|profit|resultat|budget|budsjett|lonn|salary|gjeld|debt|saldo|balance|(?<!ac)count|oms(?:e|a|ae)tt?ning)$/.test(
      folded,
    ) ||
    /(?:egenkapital|equity|kostnad(?:er|en)?|omkostning(?:er)?|[ck]reditt?(?:grense|grans|graense|limit)|inntekter|intakt(?:er)?|indtaegt(?:er)?|ebitda?|overskudd?|overskott|driftsmargin|eiendeler|skulder)$/.test(
      folded,
    )
  )
}

/** Whether a header speaks of a day or a time, so that bare figures below it may be one: `Created at`, `Stiftelsesdato`. */
export function speaksOfDate(header: string): boolean {
  const name = header.trim()
  return (
    /(?:dat(?:e|o|um|etime)|time(?:stamp)?|tidspunkt|tidpunkt|created|updated|closed|opprettet|oprettet|skapad)$|[_ ](?:at|on)$/i.test(
      name,
    ) ||
    // `clientid` is no time.
    /(?:^|[^\p{Letter}]|start|slutt?|ings|elses)tid$/iu.test(name) ||
    /[a-z](?:At|On|Tid)$/.test(name)
  )
}

/** A key for a header nobody knows: `Sum-myndighet` becomes `sumMyndighet`, `stiftelsesDato` stays as it is. */
export function keyFromHeader(header: string): string {
  const words = header
    .replaceAll(/(?<=\p{Lowercase_Letter})(?=\p{Uppercase_Letter})/gu, ' ')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const key = words
    .map((word, index) => (index === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1)))
    .join('')
  return /^[a-z]/.test(key) ? key.slice(0, 60) : `column${key}`.slice(0, 60)
}
