/** What a header says besides its name: `Beløp (NOK) eks. mva` is `Beløp`, of NOK, without tax. */
export interface HeaderEnds {
  /** The header without them. */
  readonly name: string
  /** ISO 4217; `kr` is of three countries, so it is none. */
  readonly currency: string | undefined
  /** Whether it speaks of amounts with tax. */
  readonly withTax: boolean
}

const codes = 'NOK|SEK|DKK|ISK|EUR|USD|GBP|CHF'
const marks: { readonly [mark: string]: string } = { '€': 'EUR', '£': 'GBP', $: 'USD' }
const written = `(${codes}|kr\\.?|kroner|kronor|[€£$])`

// `MNOK` and `mill. NOK` are no currency alone: without them the header would speak of other amounts.
const scale = '(?<!\\b(?:mill?|mio|mrd|millioner|miljoner|tusen|tusind|1000|000)[.\\s_]*)'
const currency = new RegExp(
  `(?:[\\s_,/-]*[([](?:in? +)?${written}[)\\]]|${scale}[\\s_,/-]+(?:in?[\\s_]+)?${written})$`,
  'i',
)
const tax =
  /(?:[\s_,-]+|\s*\()(?:(eks|ekskl|exkl|excl?|ekskludert|excluding|exclusive|uten|utan|uden|u\/)|inkl?|incl?|inkludert|including|inclusive|med|m\/)\.?[\s_]*(?:mva|moms|vat|tax)\.?\)?$/i

const lone = new RegExp(`(?:^|[\\s_([/-])(${codes})[)\\]]?$`, 'i')
/** Longer headers are sentences, and costly to look at. */
const longest = 200

/** Takes a currency and words on tax off the end of a header, in whatever order they stand. */
export function headerEnds(header: string): HeaderEnds {
  let name = header.trim()
  if (name.length > longest) return { name, currency: undefined, withTax: false }
  let [named, withTax]: [string | undefined, boolean] = [undefined, false]
  for (let ends = 0; ends < 2; ends++) {
    const aboutTax = tax.exec(name)
    if (aboutTax !== null) {
      withTax ||= aboutTax[1] === undefined
      name = shortened(name, aboutTax)
    }
    const money = currency.exec(name)
    if (money !== null) {
      named ??= money[1] ?? money[2]
      name = shortened(name, money)
    }
  }
  // `NOK`, `Omsetning (mill. NOK)`
  return { name, currency: currencyOf(named) ?? lone.exec(name)?.[1]?.toUpperCase(), withTax }
}

/** A header that is nothing but its end is left as it is. */
function shortened(name: string, { index }: RegExpExecArray): string {
  return name.slice(0, index).trim() || name
}

function currencyOf(named: string | undefined): string | undefined {
  if (named === undefined) return undefined
  const code = named.toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? code : marks[code]
}

/** The names to look a header up by: as it is written, and without its ends. */
export function namesOf(header: string): readonly string[] {
  const { name } = headerEnds(header)
  return name === header.trim() ? [header] : [header, name]
}

/** Whether a header names a currency in capitals, so that figures below it are amounts: `Tid (sek)` is none. */
export function speaksOfCurrency(header: string): boolean {
  const { currency: code } = headerEnds(header)
  return code !== undefined && (header.includes(code) || /[€£$]/.test(header))
}
