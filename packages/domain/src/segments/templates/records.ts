import { in4 } from '../../locales/locale.ts'
import type { DealsField, InteractionsField, Rule, Window } from '../../rules/rule.ts'
import { allOfRules, type SegmentTemplate } from './template.ts'

type Counted = Omit<InteractionsField, 'figure'> | Omit<DealsField, 'figure'>

function atLeastTimes(of: Counted, value: number, window?: Window): Rule {
  return { kind: 'atLeast', field: { ...of, figure: 'count', ...(window && { window }) }, value }
}

function notIn(of: Counted, window: Window): Rule {
  return { kind: 'not', rule: atLeastTimes(of, 1, window) }
}

const lastDays = (days: number): Window => ({ kind: 'lastDays', days })
const during = (period: 'thisYear' | 'lastYear'): Window => ({ kind: 'during', period })

/** As shops and mailings call them that speak the Segment specification. */
const orders = { kind: 'interactions', name: 'Order Completed' } as const
const opened = { kind: 'interactions', name: 'Email Opened' } as const
const wonDeals = { kind: 'deals', status: 'won' } as const

/** What customers did, bought and agreed to. */
export const recordsTemplates: readonly SegmentTemplate[] = [
  {
    key: 'noOrderForYear',
    view: 'behavioural',
    kind: undefined,
    name: in4('Ingen ordre på et år', 'Ingen order på ett år', 'Ingen ordre i et år', 'No order for a year'),
    description: in4(
      'Har handlet før, men ikke det siste året: gi dem en grunn til å komme tilbake.',
      'Har handlat förr, men inte det senaste året: ge dem ett skäl att komma tillbaka.',
      'Har handlet før, men ikke det seneste år: giv dem en grund til at komme tilbage.',
      'Have ordered before, but not in the last year: give them a reason to come back.',
    ),
    rule: allOfRules(atLeastTimes(orders, 1), notIn(orders, lastDays(365))),
  },
  {
    key: 'opensMail',
    view: 'behavioural',
    kind: undefined,
    name: in4('Åpner e-post ofte', 'Öppnar e-post ofta', 'Åbner ofte e-mails', 'Open mail often'),
    description: in4(
      'Har åpnet e-post minst tre ganger på 30 dager: følger med, og kan kontaktes nå.',
      'Har öppnat e-post minst tre gånger på 30 dagar: följer med, och kan kontaktas nu.',
      'Har åbnet e-mails mindst tre gange på 30 dage: følger med og kan kontaktes nu.',
      'Opened mail at least three times in 30 days: they follow along, and may be approached now.',
    ),
    rule: atLeastTimes(opened, 3, lastDays(30)),
  },
  {
    key: 'mayGetMarketing',
    view: 'behavioural',
    kind: 'person',
    name: in4(
      'Har samtykket til markedsføring',
      'Har samtyckt till marknadsföring',
      'Har givet samtykke til markedsføring',
      'Agreed to marketing',
    ),
    description: in4(
      'Har sagt ja til markedsføring og kan få nyheter og tilbud.',
      'Har sagt ja till marknadsföring och kan få nyheter och erbjudanden.',
      'Har sagt ja til markedsføring og kan få nyheder og tilbud.',
      'Said yes to marketing and may be sent news and offers.',
    ),
    rule: { kind: 'is', field: { kind: 'consent', purpose: 'marketing' }, value: 'given' },
  },
  {
    key: 'boughtBothYears',
    view: 'typological',
    kind: undefined,
    name: in4(
      'Kjøpte både i fjor og i år',
      'Köpte både i fjol och i år',
      'Købte både sidste år og i år',
      'Bought last year and this',
    ),
    description: in4(
      'Lojale etter det de gjør: minst ett vunnet salg både i fjor og i år.',
      'Lojala efter vad de gör: minst en vunnen affär både i fjol och i år.',
      'Loyale efter det, de gør: mindst et vundet salg både sidste år og i år.',
      'Loyal by what they do: at least one won deal both last year and this year.',
    ),
    rule: allOfRules(
      atLeastTimes(wonDeals, 1, during('lastYear')),
      atLeastTimes(wonDeals, 1, during('thisYear')),
    ),
  },
  {
    key: 'boughtOnce',
    view: 'typological',
    kind: undefined,
    name: in4('Kjøpte én gang', 'Köpte en gång', 'Købte én gang', 'Bought once'),
    description: in4(
      'Ett vunnet salg, og ingen nye på et halvt år: et impulskjøp, eller et behov som er dekket.',
      'En vunnen affär, och ingen ny på ett halvår: ett impulsköp, eller ett behov som är fyllt.',
      'Et vundet salg, og ingen nye i et halvt år: et impulskøb eller et behov, der er dækket.',
      'One won deal and none in half a year: an impulse, or a need that is met.',
    ),
    rule: allOfRules(
      { kind: 'is', field: { ...wonDeals, figure: 'count' }, value: 1 },
      notIn(wonDeals, lastDays(182)),
    ),
  },
]
