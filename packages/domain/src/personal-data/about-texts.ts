import { in4, type Translated } from '../locales/locale.ts'

/** The words of the readable form of what is kept of a person. */
export const aboutTexts = {
  title: in4('Opplysninger om', 'Uppgifter om', 'Oplysninger om', 'Data about'),
  intro: in4(
    'Dette er alt som er lagret om personen, med hvem som har sagt det og når.',
    'Detta är allt som finns sparat om personen, med vem som har sagt det och när.',
    'Dette er alt, hvad der er gemt om personen, med hvem der har sagt det og hvornår.',
    'This is everything that is kept about the person, with who said it and when.',
  ),
  known: in4('Det som er kjent', 'Det som är känt', 'Det, der er kendt', 'What is known'),
  what: in4('Hva', 'Vad', 'Hvad', 'What'),
  value: in4('Verdi', 'Värde', 'Værdi', 'Value'),
  source: in4('Kilde', 'Källa', 'Kilde', 'Source'),
  when: in4('Når', 'När', 'Hvornår', 'When'),
  consents: in4('Samtykker', 'Samtycken', 'Samtykker', 'Consents'),
  purpose: in4('Formål', 'Ändamål', 'Formål', 'Purpose'),
  said: in4('Sagt', 'Sagt', 'Sagt', 'Said'),
  shown: in4(
    'Teksten som ble vist',
    'Texten som visades',
    'Teksten, der blev vist',
    'The text that was shown',
  ),
  given: in4('Ja', 'Ja', 'Ja', 'Yes'),
  denied: in4('Nei', 'Nej', 'Nej', 'No'),
  withdrawn: in4('Trukket tilbake', 'Återkallat', 'Trukket tilbage', 'Withdrawn'),
  nothing: in4('Ingenting', 'Ingenting', 'Ingenting', 'Nothing'),
  other: in4('Andre opplysninger', 'Andra uppgifter', 'Andre oplysninger', 'Other data'),
} as const satisfies { readonly [key: string]: Translated }

/** What tables are called for the people that they hold something of; others are told under `aboutTexts.other`. */
export const tableTitles: { readonly [table: string]: Translated } = {
  source_record: in4(
    'Hva hver kilde sier',
    'Vad varje källa säger',
    'Hvad hver kilde siger',
    'What each source says',
  ),
  interaction: in4('Handlinger', 'Händelser', 'Hændelser', 'Interactions'),
  visitor: in4('Kjent anonymt som', 'Känd anonymt som', 'Kendt anonymt som', 'Known anonymously as'),
  identity_claim: in4(
    'Sagt, men ikke avgjort',
    'Sagt, men inte avgjort',
    'Sagt, men ikke afgjort',
    'Said but not settled',
  ),
  identifier: in4('Kjent ved', 'Känd genom', 'Kendt ved', 'Known by'),
  customer: in4('Kunden', 'Kunden', 'Kunden', 'The customer'),
  consent: in4(
    'Samtykker, ord for ord',
    'Samtycken, ord för ord',
    'Samtykker, ord for ord',
    'Consents, word by word',
  ),
  consent_standing: in4('Samtykker nå', 'Samtycken nu', 'Samtykker nu', 'Consents now'),
  deal: in4('Salg', 'Affärer', 'Salg', 'Deals'),
  criterion_answer: in4('Vurderinger', 'Bedömningar', 'Vurderinger', 'Judgements'),
  identity_decision: in4('Sammenslåinger', 'Sammanslagningar', 'Sammenlægninger', 'Joins'),
  identity_change: in4(
    'Historikk over sammenslåinger',
    'Historik över sammanslagningar',
    'Historik over sammenlægninger',
    'History of joins',
  ),
  duplicate_candidate: in4(
    'Mulige duplikater',
    'Möjliga dubbletter',
    'Mulige dubletter',
    'Possible duplicates',
  ),
  import: in4('Importer', 'Importer', 'Importer', 'Imports'),
  import_mapping: in4(
    'Lagrede importoppsett',
    'Sparade importinställningar',
    'Gemte importopsætninger',
    'Kept import mappings',
  ),
  former_value: in4('Tidligere verdier', 'Tidigare värden', 'Tidligere værdier', 'Former values'),
  attribute_change: in4(
    'Endringer av egenskaper',
    'Ändringar av egenskaper',
    'Ændringer af egenskaber',
    'Changes of attributes',
  ),
  returned_record: in4('Slettet før', 'Raderad tidigare', 'Slettet før', 'Erased before'),
}
