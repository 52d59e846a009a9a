import { in4 } from '../locales/locale.ts'
import type { Metric } from './metrics.ts'

/** What a customer cost, and what is left of what it paid. */
export const costMetrics: readonly Metric[] = [
  {
    key: 'costOfGoods',
    label: in4('Varekost', 'Varukostnad', 'Vareforbrug', 'Cost of goods'),
    formula: in4(
      'summen av varekosten på ordrelinjene som oppgir den',
      'summan av varukostnaden på de orderrader som anger den',
      'summen af vareforbruget på de ordrelinjer, der oplyser det',
      'the sum of the cost of goods over the order lines that tell it',
    ),
  },
  {
    key: 'acquisitionCost',
    label: in4('Anskaffelseskost (CAC)', 'Anskaffningskostnad (CAC)', 'Anskaffelsesomkostning (CAC)', 'CAC'),
    formula: in4(
      'det som ble brukt på å vinne kunden + andelen av månedens kanalkost, delt likt på kundene vunnet gjennom kanalen den måneden',
      'det som lades på att vinna kunden + andelen av månadens kanalkostnad, delad lika på kunderna som vanns genom kanalen den månaden',
      'det, der blev brugt på at vinde kunden + andelen af månedens kanalomkostning, delt ligeligt på de kunder, der blev vundet gennem kanalen den måned',
      "what was spent on winning it + its share of the month's cost of the channel, split evenly over the customers won through it that month",
    ),
  },
  {
    key: 'serviceCost',
    label: in4('Betjeningskost', 'Servicekostnad', 'Betjeningsomkostning', 'Cost to serve'),
    formula: in4(
      'det som ble brukt på å betjene kunden + andelen av månedens supportkost, etter minutter brukt på sakene, eller etter antall saker der minutter mangler',
      'det som lades på att betjäna kunden + andelen av månadens supportkostnad, efter minuter lagda på ärendena, eller efter antal ärenden där minuter saknas',
      'det, der blev brugt på at betjene kunden + andelen af månedens supportomkostning, efter minutter brugt på sagerne, eller efter antal sager, hvor minutter mangler',
      "what was spent on serving it + its share of the month's cost of support, by minutes spent on tickets, or by tickets where minutes are missing",
    ),
  },
  {
    key: 'margin',
    label: in4('Margin', 'Marginal', 'Dækningsbidrag', 'Margin'),
    formula: in4(
      'inntekt − varekost − anskaffelseskost − betjeningskost; en kost som ikke er kjent, teller 0, og minst én må være kjent',
      'intäkt − varukostnad − anskaffningskostnad − servicekostnad; en kostnad som inte är känd räknas som 0, och minst en måste vara känd',
      'indtægt − vareforbrug − anskaffelsesomkostning − betjeningsomkostning; en omkostning, der ikke er kendt, tæller 0, og mindst én skal være kendt',
      'revenue − cost of goods − acquisition cost − cost to serve; a cost that is not known counts 0, and at least one has to be known',
    ),
  },
  {
    key: 'marginRate',
    label: in4('Marginandel', 'Marginalandel', 'Dækningsgrad', 'Margin rate'),
    formula: in4(
      'margin / inntekt, der inntekten er over 0',
      'marginal / intäkt, där intäkten är över 0',
      'dækningsbidrag / indtægt, hvor indtægten er over 0',
      'margin / revenue, where the revenue is above 0',
    ),
  },
  {
    key: 'lifetimeValue',
    label: in4('Livstidsverdi (CLV)', 'Livstidsvärde (CLV)', 'Livstidsværdi (CLV)', 'CLV'),
    formula: in4(
      'inntekten siste 365 dager × år som kunde (kundetid / 365,25, minst 1)',
      'intäkten senaste 365 dagarna × år som kund (kundtid / 365,25, minst 1)',
      'indtægten seneste 365 dage × år som kunde (kundetid / 365,25, mindst 1)',
      'revenue of the last 365 days × years as a customer (tenure / 365.25, at least 1)',
    ),
  },
]
