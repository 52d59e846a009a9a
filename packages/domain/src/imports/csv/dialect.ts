/** How a text of separated values is written. */
export interface CsvDialect {
  /** One character. */
  readonly delimiter: string
  /** What cells are wrapped in; undefined where quotes are letters like any other. */
  readonly quote: '"' | "'" | undefined
  /** How a quote stands inside a wrapped cell: `""` or `\"`. */
  readonly escaping: 'doubled' | 'backslash'
}
