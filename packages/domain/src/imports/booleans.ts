const words: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'ja', 'sann', 'sant', 'sand', 'y', 'j', 'x'].map((word) => [word, true] as const),
  ...['false', 'no', 'nei', 'nej', 'usann', 'falskt', 'falsk', 'n'].map((word) => [word, false] as const),
])

/** What a cell says as yes or no, in English, Norwegian, Swedish or Danish; undefined when it says neither. */
export function parseBoolean(cell: string): boolean | undefined {
  return words.get(cell.trim().toLowerCase())
}
