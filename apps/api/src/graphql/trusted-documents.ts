import { hash } from 'node:crypto'
import { fitScoreDocument } from '@profilkort/widgets/fit-score/fit-score.graphql'
import { profileCardDocument } from '@profilkort/widgets/profile-card/profile-card.graphql'
import { profileListDocument } from '@profilkort/widgets/profile-list/profile-list.graphql'
import { scorecardDocument } from '@profilkort/widgets/scorecard/scorecard.graphql'

const prefix = 'sha256:'

/** The documents that shipped with the product, which every workspace trusts. By `sha256:<hex of the text>`. */
export const trustedDocuments: ReadonlyMap<string, string> = new Map(
  [profileCardDocument, fitScoreDocument, profileListDocument, scorecardDocument].map((text) => [
    documentId(hashDocument(text)),
    text,
  ]),
)

/** SHA-256 in lower-case hex. */
export function hashDocument(text: string): string {
  return hash('sha256', text, 'hex')
}

export function documentId(hash: string): string {
  return prefix + hash
}

/** The hash in a document's id; undefined for a text that is no id. */
export function readDocumentId(id: string): string | undefined {
  return /^sha256:([0-9a-f]{64})$/.exec(id)?.[1]
}
