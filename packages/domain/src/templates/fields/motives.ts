import { in4 } from '../../locales/locale.ts'
import { field } from './field.ts'

/** What they want, what stands in the way, and what we can do about it. */
export const goals = field(
  'goals',
  in4('Mål', 'Mål', 'Mål', 'Goals'),
  in4('Det de vil oppnå.', 'Det de vill uppnå.', 'Det, de vil opnå.', 'What they want to achieve.'),
  { kind: 'list' },
)

export const pains = field(
  'pains',
  in4('Smertepunkter', 'Smärtpunkter', 'Smertepunkter', 'Pains'),
  in4('Det som plager dem.', 'Det som plågar dem.', 'Det, der plager dem.', 'What troubles them.'),
  { kind: 'list' },
)

export const motivators = field(
  'motivators',
  in4('Drivkrefter', 'Drivkrafter', 'Drivkræfter', 'Motivators'),
  in4(
    'Det som får dem til å handle nå: ro, anseelse, tid, penger, trygghet.',
    'Det som får dem att agera nu: lugn, anseende, tid, pengar, trygghet.',
    'Det, der får dem til at handle nu: ro, anseelse, tid, penge, tryghed.',
    'What makes them act now: peace of mind, standing, time, money, safety.',
  ),
  { kind: 'list' },
)

export const needs = field(
  'needs',
  in4('Behov', 'Behov', 'Behov', 'Needs'),
  in4(
    'Det de må ha, og det de helst vil ha. Skriv det viktigste først.',
    'Det de måste ha och det de helst vill ha. Skriv det viktigaste först.',
    'Det, de skal have, og det, de helst vil have. Skriv det vigtigste først.',
    'What they must have and what they would like. Put the most important first.',
  ),
  { kind: 'list' },
)

export const challenges = field(
  'challenges',
  in4('Vanlige utfordringer', 'Vanliga utmaningar', 'Almindelige udfordringer', 'Common challenges'),
  in4(
    'Det som holder dem tilbake eller koster dem penger.',
    'Det som håller dem tillbaka eller kostar dem pengar.',
    'Det, der holder dem tilbage eller koster dem penge.',
    'What holds them back or costs them money.',
  ),
  { kind: 'list' },
)

export const solutions = field(
  'solutions',
  in4('Slik hjelper vi', 'Så hjälper vi', 'Sådan hjælper vi', 'How we help'),
  in4(
    'Ett svar på hver utfordring.',
    'Ett svar på varje utmaning.',
    'Ét svar på hver udfordring.',
    'One answer to each challenge.',
  ),
  { kind: 'list' },
)

export const strengths = field(
  'strengths',
  in4('Styrker', 'Styrkor', 'Styrker', 'Strengths'),
  in4(
    'Det de er gode på, og som gjør dem til en god kunde.',
    'Det de är bra på och som gör dem till en bra kund.',
    'Det, de er gode til, og som gør dem til en god kunde.',
    'What they do well, and what makes them a good customer.',
  ),
  { kind: 'list', visibility: 'internal' },
)

export const weaknesses = field(
  'weaknesses',
  in4('Svakheter', 'Svagheter', 'Svagheder', 'Weaknesses'),
  in4(
    'Der de kommer til kort, og det som kan gjøre samarbeidet vanskelig.',
    'Där de brister och det som kan göra samarbetet svårt.',
    'Der, hvor de kommer til kort, og det, der kan gøre samarbejdet svært.',
    'Where they fall short, and what can make working together hard.',
  ),
  { kind: 'list', visibility: 'internal' },
)

export const objections = field(
  'objections',
  in4('Innvendinger', 'Invändningar', 'Indvendinger', 'Objections'),
  in4(
    'Det de sier når de nøler, og hva dere pleier å svare.',
    'Det de säger när de tvekar och vad ni brukar svara.',
    'Det, de siger, når de tøver, og hvad I plejer at svare.',
    'What they say when they hesitate, and what you usually answer.',
  ),
  { kind: 'list', visibility: 'internal' },
)

export const warningSigns = field(
  'warningSigns',
  in4('Varseltegn', 'Varningstecken', 'Advarselstegn', 'Warning signs'),
  in4(
    'Det som pleier å bety at dette ikke blir en god kunde.',
    'Det som brukar betyda att det inte blir en bra kund.',
    'Det, der plejer at betyde, at det ikke bliver en god kunde.',
    'What usually means that this will not be a good customer.',
  ),
  { kind: 'list', visibility: 'internal' },
)
