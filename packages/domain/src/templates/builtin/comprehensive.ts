import { in4 } from '../../locales/locale.ts'
import { demographics, home } from '../fields/demographic.ts'
import { everyday, inTheirWords, research, summary } from '../fields/evidence.ts'
import {
  challenges,
  goals,
  motivators,
  needs,
  objections,
  pains,
  solutions,
  warningSigns,
} from '../fields/motives.ts'
import { behaviour, interests, personality, psychographics } from '../fields/psychographic.ts'
import {
  buyingPattern,
  channels,
  interactionHistory,
  orderValue,
  productsUsed,
  purchaseFrequency,
  tenure,
} from '../fields/relation.ts'
import { position, socioeconomics } from '../fields/socioeconomic.ts'
import type { Template } from '../template.ts'
import { titles } from './sections.ts'

/** All that a profile of any kind can say, for those who have done their research. */
export const comprehensive: Template = {
  key: 'comprehensive',
  name: in4('Utfyllende', 'Utförlig', 'Udførlig', 'Comprehensive'),
  kinds: ['idealCustomerProfile', 'persona', 'targetMarket', 'antiProfile'],
  sections: [
    { key: 'background', title: titles.person, fields: [demographics, home, position, socioeconomics] },
    { key: 'mind', title: titles.mind, fields: [psychographics, personality, interests, behaviour] },
    { key: 'motives', title: titles.motives, fields: [goals, motivators, pains, needs] },
    { key: 'needs', title: titles.needs, fields: [challenges, solutions, objections, warningSigns] },
    {
      key: 'relation',
      title: titles.relation,
      fields: [
        channels,
        buyingPattern,
        purchaseFrequency,
        orderValue,
        productsUsed,
        tenure,
        interactionHistory,
      ],
    },
    { key: 'evidence', title: titles.evidence, fields: [inTheirWords, everyday, research, summary] },
  ],
}
