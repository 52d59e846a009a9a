/** Months as they are written in English, Norwegian, Swedish and Danish, whole and short, without marks. */
const names: readonly (readonly string[])[] = [
  ['january', 'januar', 'januari', 'jan'],
  ['february', 'februar', 'februari', 'feb', 'febr'],
  ['march', 'mars', 'marts', 'mar'],
  ['april', 'apr'],
  ['may', 'mai', 'maj'],
  ['june', 'juni', 'jun'],
  ['july', 'juli', 'jul'],
  ['august', 'augusti', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oktober', 'oct', 'okt'],
  ['november', 'nov'],
  ['december', 'desember', 'dec', 'des'],
]

const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
)

/** The number of a month, 1 to 12, by its name in any of the languages; undefined for another word. */
export function monthOf(word: string): number | undefined {
  return months.get(word.toLowerCase().replace(/\.$/, ''))
}
