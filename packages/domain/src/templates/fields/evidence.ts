import { in4 } from '../../locales/locale.ts'
import { field } from './field.ts'

/** What makes a profile believable: their words, their surroundings, and where we know it from. */
export const inTheirWords = field(
  'inTheirWords',
  in4('Med egne ord', 'Med egna ord', 'Med egne ord', 'In their own words'),
  in4(
    'Slik beskriver de problemet selv. Ta det fra et intervju eller en samtale, ordrett.',
    'Så beskriver de problemet själva. Ta det från en intervju eller ett samtal, ordagrant.',
    'Sådan beskriver de selv problemet. Tag det fra et interview eller en samtale, ordret.',
    'How they describe the problem themselves. Take it from an interview or a call, word for word.',
  ),
  { kind: 'quote' },
)

export const everyday = field(
  'everyday',
  in4('Fra hverdagen', 'Ur vardagen', 'Fra hverdagen', 'From everyday life'),
  in4(
    'Et bilde av stedet der de bruker det dere selger: kontoret, verkstedet, kjøkkenet.',
    'En bild av platsen där de använder det ni säljer: kontoret, verkstaden, köket.',
    'Et billede af det sted, hvor de bruger det, I sælger: kontoret, værkstedet, køkkenet.',
    'A picture of the place where they use what you sell: the office, the workshop, the kitchen.',
  ),
  { kind: 'picture' },
)

export const research = field(
  'research',
  in4('Bygger på', 'Bygger på', 'Bygger på', 'Built on'),
  in4(
    'Lenke til undersøkelsen, intervjuene eller rapporten bak profilen.',
    'Länk till undersökningen, intervjuerna eller rapporten bakom profilen.',
    'Link til undersøgelsen, interviewene eller rapporten bag profilen.',
    'A link to the survey, interviews or report behind the profile.',
  ),
  { kind: 'link', visibility: 'internal' },
)

export const summary = field(
  'summary',
  in4('Oppsummering', 'Sammanfattning', 'Opsummering', 'Summary'),
  in4(
    'Det viktigste å ta med seg videre: hvem de er, hva de trenger, og hva dere bør gjøre annerledes for dem.',
    'Det viktigaste att ta med sig: vilka de är, vad de behöver och vad ni bör göra annorlunda för dem.',
    'Det vigtigste at tage med videre: hvem de er, hvad de har brug for, og hvad I bør gøre anderledes for dem.',
    'What to take away: who they are, what they need and what you should do differently for them.',
  ),
  { kind: 'longText' },
)
