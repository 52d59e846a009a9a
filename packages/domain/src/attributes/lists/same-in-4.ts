import { in4 } from '../../locales/locale.ts'
import type { Option } from '../attribute.ts'

/** An option that is called the same in every language: the name of a place. */
export function sameIn4(key: string, name: string): Option {
  return { key, label: in4(name, name, name, name) }
}
