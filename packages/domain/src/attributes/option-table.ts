import { in4 } from '../locales/locale.ts'
import type { Option } from './attribute.ts'

/** Options from lines of `key | nb | sv | da | en`. */
export function optionTable(table: string): readonly Option[] {
  return table
    .trim()
    .split('\n')
    .map((line): Option => {
      const [key = '', nb = '', sv = '', da = '', en = ''] = line.split('|').map((cell) => cell.trim())
      return { key, label: in4(nb, sv, da, en) }
    })
}
