import type { Localized } from '../../locales/locale.ts'
import type { Checking, Path } from './checking.ts'
import { nearest, suggest } from './suggest.ts'

/** What can be named: each name with what people call it. */
type Named = ReadonlyMap<string, Localized | string | undefined>

interface NameInput {
  readonly what: string
  readonly known: Named
  /** Any text is taken, for not all that there is is known. */
  readonly isPartial?: boolean
  /** What to do where there is nothing of the name. */
  readonly next?: string
}

const mostListed = 12

/** The name of something there is, written as it is called or by its label; undefined, and told, where there is none. */
export function checkName(
  checking: Checking,
  input: unknown,
  path: Path,
  { what, known, isPartial = false, next = '' }: NameInput,
): string | undefined {
  if (typeof input !== 'string' || input === '' || input.length > 255)
    return checking.tell(path, `Name the ${what} by a text of 1 to 255 characters.`)
  if (input.includes('\0') || !input.isWellFormed())
    return checking.tell(path, 'The text has characters in it that cannot be stored. Remove them.')
  if (isPartial || known.has(input)) return input
  const guess = nearest(input, known.keys()) ?? labelled(input, known)
  const all = [...known.keys()]
  const listed = all.length <= mostListed ? all.join(', ') : `${all.slice(0, mostListed).join(', ')}, …`
  const otherwise = all.length === 0 ? 'This workspace has none.' : `There is: ${listed}.`
  const message = `There is no ${what} '${checking.quote(input)}'. ${suggest(guess, otherwise)} ${next}`
  return checking.tell(path, message.trim())
}

function labelled(text: string, known: Named): string | undefined {
  const wanted = text.toLowerCase()
  for (const [name, label] of known) {
    const texts = typeof label === 'string' ? [label] : Object.values(label ?? {})
    if (texts.some((each) => each.toLowerCase() === wanted)) return name
  }
  return undefined
}
