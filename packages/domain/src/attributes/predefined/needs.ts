import { in4 } from '../../locales/locale.ts'
import { optionTable } from '../option-table.ts'
import { inCategory } from './define.ts'

const needOptions = optionTable(`
  saveTime     | Spare tid             | Spara tid               | Spare tid             | Save time
  cutCosts     | Kutte kostnader       | Sänka kostnader         | Skære omkostninger    | Cut costs
  grow         | Vokse                 | Växa                    | Vokse                 | Grow
  improveQuality | Bedre kvalitet      | Bättre kvalitet         | Bedre kvalitet        | Better quality
  reduceRisk   | Mindre risiko         | Mindre risk             | Mindre risiko         | Less risk
  comply       | Følge regelverk       | Följa regelverk         | Overholde regler      | Comply with rules
  overview     | Bedre oversikt        | Bättre överblick        | Bedre overblik        | Better overview
  integrate    | Få systemer til å henge sammen | Få system att hänga ihop | Få systemer til at hænge sammen | Connect systems
  support      | Hjelp og opplæring    | Hjälp och utbildning    | Hjælp og oplæring     | Help and training
  convenience  | Enklere hverdag       | Enklare vardag          | Lettere hverdag       | Convenience
`)

const challengeOptions = optionTable(`
  cashFlow     | Likviditet            | Likviditet              | Likviditet            | Cash flow
  competition  | Hard konkurranse      | Hård konkurrens         | Hård konkurrence      | Hard competition
  recruiting   | Finne folk            | Hitta personal          | Finde folk            | Finding people
  retention    | Beholde kunder        | Behålla kunder          | Fastholde kunder      | Keeping customers
  growthPains  | Vokser fort           | Växer snabbt            | Vokser hurtigt        | Fast growth
  regulation   | Nye regler            | Nya regler              | Nye regler            | New rules
  oldSystems   | Gamle systemer        | Gamla system            | Gamle systemer        | Old systems
  dataInSilos  | Spredte data          | Spridda data            | Spredte data          | Scattered data
  manualWork   | Mye manuelt arbeid    | Mycket manuellt arbete  | Meget manuelt arbejde | Much manual work
  security     | Datasikkerhet         | Datasäkerhet            | Datasikkerhed         | Data security
  sustainability | Krav om bærekraft   | Krav på hållbarhet      | Krav om bæredygtighed | Sustainability demands
`)

export const needs = inCategory('need', 'either', [
  { key: 'needs', type: 'choices', label: in4('Behov', 'Behov', 'Behov', 'Needs'), options: needOptions },
])

export const challenges = inCategory('challenge', 'either', [
  {
    key: 'challenges',
    type: 'choices',
    label: in4('Utfordringer', 'Utmaningar', 'Udfordringer', 'Challenges'),
    options: challengeOptions,
  },
])
