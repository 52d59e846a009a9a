import { in4 } from '../../locales/locale.ts'
import { field } from './field.ts'

/** What people like, believe and are like. */
export const psychographics = field(
  'psychographics',
  in4('Verdier og holdninger', 'Värderingar och attityder', 'Værdier og holdninger', 'Values and attitudes'),
  in4(
    'Hva de tror på, hva de er stolte av, og hva de aldri ville gjort.',
    'Vad de tror på, vad de är stolta över och vad de aldrig skulle göra.',
    'Hvad de tror på, hvad de er stolte af, og hvad de aldrig ville gøre.',
    'What they believe in, what they are proud of and what they would never do.',
  ),
  { kind: 'longText' },
)

export const interests = field(
  'interests',
  in4('Interesser', 'Intressen', 'Interesser', 'Interests'),
  in4(
    'Det de leser om, snakker om og bruker fritiden på.',
    'Det de läser om, pratar om och lägger fritiden på.',
    'Det, de læser om, taler om og bruger fritiden på.',
    'What they read about, talk about and spend their free time on.',
  ),
  { kind: 'list' },
)

export const personality = field(
  'personality',
  in4('Personlighet', 'Personlighet', 'Personlighed', 'Personality'),
  in4(
    'Noen ord for hvordan de er: grundig, utålmodig, nysgjerrig, forsiktig.',
    'Några ord för hurdana de är: noggrann, otålig, nyfiken, försiktig.',
    'Nogle ord for, hvordan de er: grundig, utålmodig, nysgerrig, forsigtig.',
    'A few words for what they are like: thorough, impatient, curious, careful.',
  ),
  { kind: 'list' },
)

export const behaviour = field(
  'behaviour',
  in4('Atferd', 'Beteende', 'Adfærd', 'Behaviour'),
  in4(
    'Det de gjør, ikke det de sier: hvordan de leter, sammenligner, kjøper og klager.',
    'Det de gör, inte det de säger: hur de letar, jämför, köper och klagar.',
    'Det, de gør, ikke det, de siger: hvordan de leder, sammenligner, køber og klager.',
    'What they do, not what they say: how they search, compare, buy and complain.',
  ),
  { kind: 'longText' },
)
