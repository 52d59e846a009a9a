import { newAttributes } from '@profilkort/domain/imports/new-attributes'
import { judgeSample, lookAt } from '../check-file.ts'
import { writtenAs } from '../recognise.ts'
import { settleMapping } from '../settle-mapping.ts'
import type { FileReader, FileToRead } from './chunk.ts'
import { readChunks } from './read-chunks.ts'

/** Reads a file in this thread. It is looked through once, whatever is asked. */
export function fileReader({ file, sheet }: FileToRead): FileReader {
  let looked: ReturnType<typeof lookAt> | undefined
  let chunks: ReturnType<typeof readChunks> | undefined
  const look = () => {
    looked ??= lookAt(file, sheet)
    return looked
  }
  const begun = () => {
    if (chunks === undefined) throw new Error('Rows were asked for before reading was begun')
    return chunks
  }
  return {
    check: async ({ wishes, attributes, saved, former }) => {
      const found = await look()
      const recognised = { ...writtenAs(found.recognised), headers: found.headers }
      const { mapping, proposal } = settleMapping(wishes, found, attributes, { saved, former })
      const all = [...attributes, ...newAttributes(mapping)]
      return { recognised, mapping, proposal, remarks: judgeSample(mapping, found, all) }
    },
    begin: async (plan) => {
      const { sample: _, ...found } = await look()
      // The sample is large, and nobody asks for it any more.
      looked = Promise.resolve({ ...found, sample: [] })
      await chunks?.close()
      chunks = readChunks({ ...plan, ...found, file })
      return found.headers
    },
    next: () => begun().next(),
    encode: async (...asked) => begun().encode(...asked),
    rows: async (...asked) => begun().rows(...asked),
    release: (chunk) => begun().release(chunk),
    close: async () => chunks?.close(),
  }
}
