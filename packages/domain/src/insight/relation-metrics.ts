import { in4 } from '../locales/locale.ts'
import type { Metric } from './metrics.ts'

/** What a customer says, asks and whom it sends. */
export const relationMetrics: readonly Metric[] = [
  {
    key: 'referralsMade',
    label: in4('Henvisninger', 'Rekommendationer', 'Henvisninger', 'Referrals made'),
    formula: in4(
      'antall kunder den har henvist',
      'antal kunder den har rekommenderat',
      'antal kunder, den har henvist',
      'the number of customers it has sent',
    ),
  },
  {
    key: 'tickets',
    label: in4('Supportsaker', 'Supportärenden', 'Supportsager', 'Tickets'),
    formula: in4(
      'antall åpnede supportsaker',
      'antal öppnade supportärenden',
      'antal åbnede supportsager',
      'the number of tickets opened',
    ),
  },
  {
    key: 'supportMinutes',
    label: in4('Supporttid', 'Supporttid', 'Supporttid', 'Support time'),
    unit: in4('minutter', 'minuter', 'minutter', 'minutes'),
    formula: in4(
      'summen av minutter brukt på sakene som oppgir dem',
      'summan av minuter lagda på de ärenden som anger dem',
      'summen af minutter brugt på de sager, der oplyser dem',
      'the sum of minutes spent on the tickets that tell them',
    ),
  },
  {
    key: 'nps',
    label: in4('NPS-svar', 'NPS-svar', 'NPS-svar', 'NPS answer'),
    formula: in4(
      'det siste svaret, 0–10: 9–10 ambassadør, 7–8 passiv, 0–6 kritiker',
      'det senaste svaret, 0–10: 9–10 ambassadör, 7–8 passiv, 0–6 kritiker',
      'det seneste svar, 0–10: 9–10 ambassadør, 7–8 passiv, 0–6 kritiker',
      'the latest answer, 0–10: 9–10 promoter, 7–8 passive, 0–6 detractor',
    ),
  },
]
