import type { Database } from '@profilkort/database/connect'
export async function loadDemo(_db: Database, _now: Date): Promise<void> {}
