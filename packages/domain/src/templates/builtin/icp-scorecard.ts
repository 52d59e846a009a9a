import { in4 } from '../../locales/locale.ts'
import { budget, culture, decisionMaker, decisionMakerRole, timing } from '../fields/decision.ts'
import {
  country,
  customers,
  employees,
  finances,
  industry,
  location,
  revenue,
  structure,
  systems,
} from '../fields/firmographic.ts'
import { challenges, solutions, warningSigns } from '../fields/motives.ts'
import type { Template } from '../template.ts'
import { titles } from './sections.ts'

/**
 * A company profile to score leads with: its traits become criteria, and timing, budget and decision maker answer what
 * every scorecard asks.
 */
export const icpScorecard: Template = {
  key: 'icpScorecard',
  name: in4(
    'Idealkunde med poengkort',
    'Idealkund med poängkort',
    'Idealkunde med pointkort',
    'Ideal customer with scorecard',
  ),
  kinds: ['idealCustomerProfile', 'antiProfile'],
  sections: [
    {
      key: 'company',
      title: titles.company,
      fields: [industry, employees, revenue, country, location, finances, customers, structure, systems],
    },
    {
      key: 'decision',
      title: titles.decision,
      fields: [decisionMakerRole, decisionMaker, culture, budget, timing],
    },
    { key: 'needs', title: titles.needs, fields: [challenges, solutions, warningSigns] },
  ],
}
