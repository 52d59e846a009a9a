import type { Attribute, Option } from './attribute.ts'
import { isPartialList, listOptions, parseInList } from './lists/list.ts'

/** All options of an attribute: its own, then those of its list that it does not have itself. */
export function allOptions({ options, list }: Pick<Attribute, 'options' | 'list'>): readonly Option[] {
  if (list === undefined) return options
  const own = new Set(options.map(({ key }) => key))
  return [...options, ...listOptions(list).filter(({ key }) => !own.has(key))]
}

export function findOption(attribute: Attribute, key: string): Option | undefined {
  return lookUpOf(attribute).byKey.get(key)
}

/** The option that somebody wrote by its key, a label in any language or an alias, in any case; undefined for another text. */
export function readOption(attribute: Attribute, text: string): Option | undefined {
  const { byKey, byText } = lookUpOf(attribute)
  const written = text.trim()
  const listed = attribute.list && parseInList(attribute.list, written)
  return byKey.get(written) ?? byText.get(written.toLowerCase()) ?? (listed ? byKey.get(listed) : undefined)
}

/** All that options are written by, to look for the one that was meant. */
export function optionTexts(attribute: Attribute): readonly string[] {
  return lookUpOf(attribute).texts
}

/** Whether a value that is none of the options is likely a mistake. */
export function isClosed({ options, list }: Attribute): boolean {
  return list === undefined ? options.length > 0 : !isPartialList(list)
}

interface LookUp {
  readonly byKey: ReadonlyMap<string, Option>
  readonly byText: ReadonlyMap<string, Option>
  readonly texts: readonly string[]
}

const lookUps = new WeakMap<Attribute, LookUp>()

function lookUpOf(attribute: Attribute): LookUp {
  const known = lookUps.get(attribute)
  if (known !== undefined) return known
  const options = allOptions(attribute)
  const byText = new Map<string, Option>()
  const texts = new Set<string>()
  for (const option of options) {
    for (const text of [option.key, ...Object.values(option.label), ...(option.aliases ?? [])]) {
      texts.add(text)
      const folded = text.toLowerCase()
      if (!byText.has(folded)) byText.set(folded, option)
    }
  }
  const lookUp = { byKey: new Map(options.map((each) => [each.key, each])), byText, texts: [...texts] }
  lookUps.set(attribute, lookUp)
  return lookUp
}
