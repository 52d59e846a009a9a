import { in4 } from '../../locales/locale.ts'
import { age, gender, home, household, language, maritalStatus } from '../fields/demographic.ts'
import { everyday, inTheirWords, research, summary } from '../fields/evidence.ts'
import { challenges, goals, motivators, needs, pains } from '../fields/motives.ts'
import { behaviour, interests, personality, psychographics } from '../fields/psychographic.ts'
import {
  benefits,
  buyingPattern,
  channels,
  difficulties,
  interactionHistory,
  orderValue,
  productsUsed,
  purchaseFrequency,
} from '../fields/relation.ts'
import { education, income, position } from '../fields/socioeconomic.ts'
import type { Template } from '../template.ts'
import { titles } from './sections.ts'

/** People who buy for themselves: who they are, how they live and think, how they use what we sell (R4.2). */
export const b2c: Template = {
  key: 'b2c',
  name: in4('Privatkunde (B2C)', 'Privatkund (B2C)', 'Privatkunde (B2C)', 'Consumer (B2C)'),
  kinds: ['targetMarket', 'persona'],
  sections: [
    {
      key: 'person',
      title: titles.person,
      fields: [age, gender, home, language, maritalStatus, household, education, position, income],
    },
    { key: 'mind', title: titles.mind, fields: [interests, psychographics, personality, behaviour] },
    { key: 'motives', title: titles.motives, fields: [goals, motivators, needs, challenges, pains] },
    {
      key: 'relation',
      title: titles.relation,
      fields: [
        channels,
        buyingPattern,
        purchaseFrequency,
        orderValue,
        productsUsed,
        benefits,
        difficulties,
        interactionHistory,
      ],
    },
    { key: 'evidence', title: titles.evidence, fields: [inTheirWords, everyday, research, summary] },
  ],
}
