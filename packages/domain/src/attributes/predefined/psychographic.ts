import { in4 } from '../../locales/locale.ts'
import { inCategory } from './define.ts'
import {
  activities,
  aspirations,
  attitudes,
  fears,
  interests,
  lifestyles,
  pains,
  personalities,
  politics,
  religions,
  values,
} from './psychographic-options.ts'

export const psychographic = inCategory('psychographic', 'person', [
  {
    key: 'interests',
    type: 'choices',
    label: in4('Interesser', 'Intressen', 'Interesser', 'Interests'),
    options: interests,
  },
  {
    key: 'activities',
    type: 'choices',
    label: in4('Aktiviteter', 'Aktiviteter', 'Aktiviteter', 'Activities'),
    options: activities,
  },
  {
    key: 'lifestyle',
    type: 'choices',
    label: in4('Livsstil', 'Livsstil', 'Livsstil', 'Lifestyle'),
    options: lifestyles,
  },
  {
    key: 'values',
    type: 'choices',
    label: in4('Verdier', 'Värderingar', 'Værdier', 'Values'),
    options: values,
  },
  {
    key: 'aspirations',
    type: 'choices',
    label: in4('Ambisjoner', 'Ambitioner', 'Ambitioner', 'Aspirations'),
    options: aspirations,
  },
  {
    key: 'attitudes',
    type: 'choices',
    label: in4('Holdninger', 'Attityder', 'Holdninger', 'Attitudes'),
    options: attitudes,
  },
  {
    key: 'personality',
    type: 'choices',
    label: in4('Personlighet', 'Personlighet', 'Personlighed', 'Personality'),
    options: personalities,
  },
  {
    key: 'pains',
    type: 'choices',
    label: in4('Frustrasjoner', 'Frustrationer', 'Frustrationer', 'Pains'),
    options: pains,
  },
  { key: 'fears', type: 'choices', label: in4('Bekymringer', 'Oro', 'Bekymringer', 'Fears'), options: fears },
  {
    key: 'religion',
    type: 'choice',
    label: in4('Tro og livssyn', 'Religion och livsåskådning', 'Tro og livssyn', 'Religion'),
    options: religions,
    sensitive: true,
  },
  {
    key: 'politics',
    type: 'choice',
    label: in4('Politisk syn', 'Politisk åskådning', 'Politisk holdning', 'Politics'),
    options: politics,
    sensitive: true,
  },
])
