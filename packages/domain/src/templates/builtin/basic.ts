import { in4 } from '../../locales/locale.ts'
import { demographics } from '../fields/demographic.ts'
import { goals, motivators, pains } from '../fields/motives.ts'
import { psychographics } from '../fields/psychographic.ts'
import { channels } from '../fields/relation.ts'
import { socioeconomics } from '../fields/socioeconomic.ts'
import type { Template } from '../template.ts'
import { titles } from './sections.ts'

/** The shortest template, for any kind of profile: with name, face and quote the seven parts of a profile (R4.3). */
export const basic: Template = {
  key: 'basic',
  name: in4('Enkel', 'Enkel', 'Enkel', 'Basic'),
  kinds: ['idealCustomerProfile', 'persona', 'targetMarket', 'antiProfile'],
  sections: [
    { key: 'motives', title: titles.motives, fields: [goals, pains, motivators, channels] },
    { key: 'background', title: titles.person, fields: [demographics, psychographics, socioeconomics] },
  ],
}
