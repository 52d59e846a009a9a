import { in4 } from '../../locales/locale.ts'
import { optionTable } from '../option-table.ts'
import { inCategory } from './define.ts'

const cultures = optionTable(`
  informal      | Uformell         | Informell          | Uformel           | Informal
  formal        | Formell          | Formell            | Formel            | Formal
  flat          | Flat             | Platt              | Flad              | Flat
  hierarchical  | Hierarkisk       | Hierarkisk         | Hierarkisk        | Hierarchical
  innovative    | Nyskapende       | Nyskapande         | Nyskabende        | Innovative
  cautious      | Forsiktig        | Försiktig          | Forsigtig         | Cautious
  dataDriven    | Datadrevet       | Datadriven         | Datadrevet        | Data-driven
  relationBased | Bygger på relasjoner | Bygger på relationer | Bygger på relationer | Based on relations
  resultDriven  | Resultatorientert | Resultatinriktad  | Resultatorienteret | Result-driven
  sustainable   | Bærekraftig      | Hållbar            | Bæredygtig        | Sustainable
  remote        | Fjernarbeid      | Distansarbete      | Fjernarbejde      | Remote
`)

export const culture = inCategory('culture', 'company', [
  {
    key: 'culture',
    type: 'choices',
    label: in4('Bedriftskultur', 'Företagskultur', 'Virksomhedskultur', 'Company culture'),
    options: cultures,
  },
])
