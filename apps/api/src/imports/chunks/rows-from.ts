import type { FileRow } from '@profilkort/domain/imports/file-row'
import { readBatches } from '../read-file.ts'
import type { Recognised } from '../recognise.ts'

/** Where in a file to begin. */
export interface Place {
  readonly file: string
  readonly recognised: Recognised
  /** So many rows below the header are left out. */
  readonly skip: number
}

/** The rows of a file below its header, one by one without waiting, as far as a batch goes. */
export function rowsFrom({ file, recognised, skip }: Place) {
  const batches = readBatches(file, recognised)
  let batch: readonly FileRow[] = []
  let place = 0
  let ahead = skip + 1

  /** Reads on in the file. @returns whether there are rows */
  async function more(): Promise<boolean> {
    while (place >= batch.length) {
      const read = await batches.next()
      if (read.done === true) return false
      batch = read.value
      place = Math.min(ahead, batch.length)
      ahead -= place
    }
    return true
  }

  return {
    /** The next row of the batch; undefined at its end. */
    next: (): FileRow | undefined => (place < batch.length ? batch[place++] : undefined),
    more,
    close: async (): Promise<void> => {
      await batches.return(undefined)
    },
  }
}
