import { in4 } from '../../locales/locale.ts'
import {
  budget,
  buyingStyle,
  contractValue,
  culture,
  decisionMaker,
  decisionMakerRole,
  salesCycle,
  timing,
} from '../fields/decision.ts'
import { inTheirWords, research } from '../fields/evidence.ts'
import {
  branches,
  commonTraits,
  country,
  customers,
  employees,
  finances,
  industry,
  location,
  revenue,
  structure,
  systems,
  yearsInBusiness,
} from '../fields/firmographic.ts'
import { challenges, goals, pains, solutions, strengths, weaknesses } from '../fields/motives.ts'
import { channels } from '../fields/relation.ts'
import type { Template } from '../template.ts'
import { titles } from './sections.ts'

/** A company that buys: its figures, how it decides, what it struggles with (R4.2). */
export const b2b: Template = {
  key: 'b2b',
  name: in4('Bedriftskunde (B2B)', 'Företagskund (B2B)', 'Erhvervskunde (B2B)', 'Business customer (B2B)'),
  kinds: ['idealCustomerProfile', 'antiProfile'],
  sections: [
    {
      key: 'company',
      title: titles.company,
      fields: [
        industry,
        employees,
        revenue,
        country,
        location,
        finances,
        customers,
        structure,
        branches,
        yearsInBusiness,
        systems,
        commonTraits,
      ],
    },
    {
      key: 'decision',
      title: titles.decision,
      fields: [
        decisionMakerRole,
        decisionMaker,
        culture,
        buyingStyle,
        timing,
        budget,
        salesCycle,
        contractValue,
      ],
    },
    {
      key: 'needs',
      title: titles.needs,
      fields: [goals, challenges, pains, solutions, strengths, weaknesses],
    },
    { key: 'evidence', title: titles.evidence, fields: [channels, inTheirWords, research] },
  ],
}
