import type { Option, OptionListName } from '../attribute.ts'
import { makeCountries, parseCountry } from './countries.ts'
import { makeLanguages } from './languages.ts'
import { norwegianMunicipalities, parseMunicipality } from './norway.ts'
import { regions } from './regions.ts'

interface OptionList {
  /** Made when it is first asked for. */
  readonly make: () => readonly Option[]
  /** The key of what is written in another way than by its key or a label. */
  readonly parse?: (text: string) => string | undefined
  /** Whether there are values that the list does not have, so that others are no mistake. */
  readonly isPartial: boolean
}

const lists: { readonly [L in OptionListName]: OptionList } = {
  countries: { make: makeCountries, parse: parseCountry, isPartial: false },
  languages: { make: makeLanguages, isPartial: false },
  regions: { make: () => regions, isPartial: true },
  municipalities: { make: () => norwegianMunicipalities, parse: parseMunicipality, isPartial: true },
}

const made = new Map<OptionListName, readonly Option[]>()

/** The options of a list of the product. */
export function listOptions(name: OptionListName): readonly Option[] {
  const options = made.get(name) ?? lists[name].make()
  made.set(name, options)
  return options
}

export function parseInList(name: OptionListName, text: string): string | undefined {
  return lists[name].parse?.(text)
}

export function isPartialList(name: OptionListName): boolean {
  return lists[name].isPartial
}
