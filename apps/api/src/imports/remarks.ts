import type { CustomerStage } from '@profilkort/domain/customers/customer'
import { count, type NoteBook } from '@profilkort/domain/imports/notes'
import type { ImportedRow } from '@profilkort/domain/imports/read-row'
import { customerStage } from '@profilkort/domain/imports/stages'

/** The stage that a row names; one that is not known is noted. */
export function readStage(notes: NoteBook, { parts, line }: ImportedRow): CustomerStage | undefined {
  if (parts.stage === undefined) return undefined
  const stage = customerStage(parts.stage)
  if (stage === undefined) {
    notes.add(
      'unknownStage',
      parts.stage,
      line,
      (some) =>
        `"${parts.stage}" (${count(some)}) is no stage known here (lead, prospect, customer, former); kept only as the source said it.`,
    )
  }
  return stage
}

export function noteTwice(notes: NoteBook, line: number): void {
  notes.add(
    'twice',
    '',
    line,
    (some) => `${count(some)} that stand in the file twice, word for word; taken once.`,
  )
}

/** Why a row cannot be taken whose key another has. */
export function sameKey(key: readonly string[], line: number): string {
  return `the same ${key.join(' and ')} as line ${line}, but other values; choose what tells rows apart with --key`
}

/** Notes a person who was erased and is sent again. */
export function noteErased(notes: NoteBook, line: number): void {
  notes.add(
    'erased',
    '',
    line,
    (some) =>
      `${count(some)} of people who were erased; not taken. An admin can choose to have them flagged instead.`,
  )
}
