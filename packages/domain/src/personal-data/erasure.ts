import type { ConsentState } from '../consents/consent.ts'
import { in4, type Translated } from '../locales/locale.ts'

/** Why a person is erased. A free text would tell who it was. */
export const erasureReasons = ['request', 'objection', 'retention', 'mistake'] as const
export type ErasureReason = (typeof erasureReasons)[number]

/** The receipt of an erasure; nothing in it tells who the person was. */
export interface Erasure {
  /** From 1 in each workspace, without gaps. */
  readonly number: number
  readonly reason: ErasureReason
  /** In milliseconds. */
  readonly erasedAt: number
  /** Who in the workspace did it. */
  readonly erasedBy: string
  readonly erased: readonly {
    readonly table: string
    readonly deleted: number
    readonly anonymised: number
  }[]
  /** What the person had said, without who said it: that there was ground for what was done before. */
  readonly consents: readonly {
    readonly purpose: string
    readonly state: ConsentState
    readonly at: number
    readonly textVersion: number | null
  }[]
}

/** A receipt as it is digested: the same for the same receipt wherever it was kept in between. */
export function canonical(workspaceId: string, erasure: Erasure, previousDigest: string | null): string {
  const { number, reason, erasedAt, erasedBy, erased, consents } = erasure
  return JSON.stringify([
    previousDigest,
    workspaceId,
    number,
    reason,
    erasedAt,
    erasedBy,
    erased.map(({ table, deleted, anonymised }) => [table, deleted, anonymised]),
    consents.map(({ purpose, state, at, textVersion }) => [purpose, state, at, textVersion]),
  ])
}

/** What no erasure can reach; told with every receipt. */
export const beyondReach: readonly Translated[] = [
  in4(
    'Fritekst som andre har skrevet, i profiler, notater på andre kunder og rader om andre, er ikke søkt gjennom etter navnet.',
    'Fritext som andra har skrivit, i profiler, anteckningar på andra kunder och rader om andra, är inte genomsökt efter namnet.',
    'Fritekst, som andre har skrevet, i profiler, noter på andre kunder og rækker om andre, er ikke gennemsøgt for navnet.',
    'Free text that others wrote, in profiles, notes on other customers and rows about others, was not searched for the name.',
  ),
  in4(
    'Salg, ordrer, kostnader, henvendelser og NPS-svar beholdes uten personen, med beløp, dato og nummer: regnskapet må gå opp.',
    'Affärer, order, kostnader, ärenden och NPS-svar behålls utan personen, med belopp, datum och nummer: bokföringen måste gå ihop.',
    'Salg, ordrer, omkostninger, henvendelser og NPS-svar beholdes uden personen, med beløb, dato og nummer: regnskabet skal gå op.',
    'Deals, orders, costs, tickets and NPS answers are kept without the person, with amount, date and number: accounts have to add up.',
  ),
  in4(
    'Sikkerhetskopier av databasen og filer som er lastet ned, slettes etter egne rutiner.',
    'Säkerhetskopior av databasen och filer som har laddats ner raderas enligt egna rutiner.',
    'Sikkerhedskopier af databasen og filer, der er hentet ned, slettes efter egne rutiner.',
    'Backups of the database and files that were downloaded are deleted by routines of their own.',
  ),
]
