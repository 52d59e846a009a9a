import { in4 } from '../locales/locale.ts'
import type { Metric } from './metrics.ts'

/** What deals and orders tell. */
export const salesMetrics: readonly Metric[] = [
  {
    key: 'wonValue',
    label: in4('Vunnet verdi', 'Vunnet värde', 'Vundet værdi', 'Won value'),
    formula: in4(
      'summen av verdien av vunne salg',
      'summan av värdet av vunna affärer',
      'summen af værdien af vundne salg',
      'the sum of the value of won deals',
    ),
  },
  {
    key: 'openValue',
    label: in4('Åpen verdi', 'Öppet värde', 'Åben værdi', 'Open value'),
    formula: in4(
      'summen av verdien av åpne salg',
      'summan av värdet av öppna affärer',
      'summen af værdien af åbne salg',
      'the sum of the value of open deals',
    ),
  },
  {
    key: 'wonDeals',
    label: in4('Vunne salg', 'Vunna affärer', 'Vundne salg', 'Won deals'),
    formula: in4('antall vunne salg', 'antal vunna affärer', 'antal vundne salg', 'the number of won deals'),
  },
  {
    key: 'lostDeals',
    label: in4('Tapte salg', 'Förlorade affärer', 'Tabte salg', 'Lost deals'),
    formula: in4(
      'antall tapte salg',
      'antal förlorade affärer',
      'antal tabte salg',
      'the number of lost deals',
    ),
  },
  {
    key: 'openDeals',
    label: in4('Åpne salg', 'Öppna affärer', 'Åbne salg', 'Open deals'),
    formula: in4(
      'antall salg som verken er vunnet eller tapt',
      'antal affärer som varken är vunna eller förlorade',
      'antal salg, der hverken er vundet eller tabt',
      'the number of deals neither won nor lost',
    ),
  },
  {
    key: 'winRate',
    label: in4('Vinnerandel', 'Vinstandel', 'Vinderandel', 'Win rate'),
    formula: in4(
      'vunne / (vunne + tapte); åpne salg teller ikke',
      'vunna / (vunna + förlorade); öppna affärer räknas inte',
      'vundne / (vundne + tabte); åbne salg tæller ikke',
      'won / (won + lost); open deals do not count',
    ),
  },
  {
    key: 'orders',
    label: in4('Ordrer', 'Ordrar', 'Ordrer', 'Orders'),
    formula: in4(
      'antall ordrer; kreditnotaer teller ikke',
      'antal ordrar; kreditnotor räknas inte',
      'antal ordrer; kreditnotaer tæller ikke',
      'the number of orders; credit notes do not count',
    ),
  },
  {
    key: 'revenue',
    label: in4('Inntekt', 'Intäkt', 'Indtægt', 'Revenue'),
    formula: in4(
      'ordrenes nettobeløp, kreditnotaer trukket fra; uten ordrer verdien av vunne salg',
      'ordrarnas nettobelopp, kreditnotor avdragna; utan ordrar värdet av vunna affärer',
      'ordrernes nettobeløb, kreditnotaer trukket fra; uden ordrer værdien af vundne salg',
      'the net amount of its orders less credit notes; without orders the value of won deals',
    ),
  },
  {
    key: 'yearlyRevenue',
    label: in4('Inntekt siste år', 'Intäkt senaste året', 'Indtægt seneste år', 'Revenue of the last year'),
    formula: in4(
      'inntekten fra de siste 365 dagene',
      'intäkten från de senaste 365 dagarna',
      'indtægten fra de seneste 365 dage',
      'the revenue of the last 365 days',
    ),
  },
  {
    key: 'tenureDays',
    label: in4('Kundetid', 'Kundtid', 'Kundetid', 'Tenure'),
    unit: in4('dager', 'dagar', 'dage', 'days'),
    formula: in4(
      'dager siden det første kjøpet: et vunnet salg eller en ordre',
      'dagar sedan det första köpet: en vunnen affär eller en order',
      'dage siden det første køb: et vundet salg eller en ordre',
      'days since the first purchase: a won deal or an order',
    ),
  },
]
