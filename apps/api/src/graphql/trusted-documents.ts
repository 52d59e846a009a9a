import { createHash } from 'node:crypto'
import { fitScoreDocument } from '@profilkort/widgets/fit-score/fit-score.graphql'
import { profileCardDocument } from '@profilkort/widgets/profile-card/profile-card.graphql'

/** The documents that shipped with the product: all that keys in a browser may run. By `sha256:<hex of the text>`. */
export const trustedDocuments: ReadonlyMap<string, string> = new Map(
  [profileCardDocument, fitScoreDocument].map((text) => [documentId(text), text]),
)

function documentId(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}
