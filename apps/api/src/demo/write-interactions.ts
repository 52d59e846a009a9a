import { hash } from 'node:crypto'
import { type Database, inWorkspace } from '@profilkort/database/connect'
import {
  findRecordIds,
  type MessageToSave,
  saveMessages,
} from '@profilkort/database/interactions/intake.queries'
import { saveInteractionType } from '@profilkort/database/interactions/interaction-types.queries'
import { ensureMonth } from '@profilkort/database/interactions/months.queries'
import type { DemoInteraction } from '@profilkort/demo/demo'
import type { CountedAs } from '@profilkort/domain/interactions/interaction'
import { in4, type Translated } from '@profilkort/domain/locales/locale'

const atOnce = 5000
const by = 'Kvistvik'

const types: { readonly [name: string]: readonly [label: Translated, countsAs: CountedAs] } = {
  page: [in4('Side vist', 'Sida visad', 'Side vist', 'Page viewed'), 'webVisit'],
  'Email Opened': [in4('E-post åpnet', 'E-post öppnad', 'E-mail åbnet', 'E-mail opened'), 'emailEngagement'],
  'Email Clicked': [
    in4('Lenke i e-post fulgt', 'Länk i e-post klickad', 'Link i e-mail fulgt', 'E-mail clicked'),
    'emailEngagement',
  ],
  'Report Opened': [in4('Rapport åpnet', 'Rapport öppnad', 'Rapport åbnet', 'Report opened'), 'productUse'],
  'Webinar Attended': [
    in4('Deltok på webinar', 'Deltog i webbinarium', 'Deltog i webinar', 'Webinar attended'),
    'socialEngagement',
  ],
  'Ticket Opened': [in4('Sak opprettet', 'Ärende skapat', 'Sag oprettet', 'Ticket opened'), 'supportLoad'],
}

/** Writes what the demo's contacts did, and what it is called; what is there already is not written twice. */
export async function writeInteractions(
  db: Database,
  workspaceId: string,
  interactions: readonly DemoInteraction[],
  now: Date,
): Promise<void> {
  const months = new Set(interactions.map(({ at }) => at.slice(0, 7)))
  for (const month of months) await ensureMonth(db, 'interaction', month)
  await ensureMonth(db, 'interaction_message', now.toISOString().slice(0, 7))
  const contacts = [...new Set(interactions.map(({ contactId }) => contactId))]
  const records = await inWorkspace(db, workspaceId, async (tx) => {
    for (const [name, [label, countsAs]] of Object.entries(types)) {
      const open = { properties: null, onViolation: 'mark', retentionDays: null } as const
      await saveInteractionType(tx, workspaceId, {
        name,
        label,
        countsAs,
        ...open,
        revision: 1,
        updatedAt: now,
        updatedBy: by,
      })
    }
    return findRecordIds(tx, workspaceId, { source: 'crm', kind: 'person' }, contacts)
  })
  for (let start = 0; start < interactions.length; start += atOnce) {
    const messages = interactions
      .slice(start, start + atOnce)
      .map((each) => toMessage(each, records))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    await inWorkspace(db, workspaceId, (tx) =>
      saveMessages(tx, workspaceId, { source: 'web', receivedAt: now, messages, visitors: [] }),
    )
  }
}

function toMessage(
  { id: messageId, at, contactId, name, properties }: DemoInteraction,
  records: ReadonlyMap<string, string>,
): MessageToSave {
  return {
    id: hash('sha256', `demo ${messageId}`, 'hex').slice(0, 32),
    messageId,
    claims: [],
    interaction: {
      type: name === 'page' ? 'page' : 'track',
      name,
      at: Date.parse(at),
      recordId: records.get(contactId) ?? null,
      companyRecordId: null,
      userId: null,
      groupId: null,
      anonymousId: null,
      properties: JSON.stringify(properties),
      context: null,
      notes: null,
    },
  }
}
