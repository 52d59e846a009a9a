import { in4 } from '../../locales/locale.ts'
import { optionTable } from '../option-table.ts'
import { inCategory } from './define.ts'

const roles = optionTable(`
  accountant      | Regnskapsfører   | Redovisningskonsult   | Bogholder        | Accountant
  boardMember     | Styremedlem      | Styrelseledamot       | Bestyrelsesmedlem | Board member
  customerServiceManager | Kundeservicesjef | Kundtjänstchef | Kundeservicechef | Customer service manager
  financeManager  | Økonomisjef      | Ekonomichef           | Økonomichef      | Finance manager
  hrManager       | HR-leder         | HR-chef               | HR-chef          | HR manager
  itManager       | IT-leder         | IT-chef               | IT-chef          | IT manager
  managingDirector | Daglig leder    | Verkställande direktör | Direktør        | Managing director
  marketingManager | Markedssjef     | Marknadschef          | Marketingchef    | Marketing manager
  operationsManager | Driftsleder    | Driftchef             | Driftschef       | Operations manager
  owner           | Eier             | Ägare                 | Ejer             | Owner
  projectManager  | Prosjektleder    | Projektledare         | Projektleder     | Project manager
  purchaser       | Innkjøper        | Inköpare              | Indkøber         | Purchaser
  salesManager    | Salgssjef        | Försäljningschef      | Salgschef        | Sales manager
`)

/** The parts of a buying centre (Webster and Wind, 1972). */
const decisionParts = optionTable(`
  initiator  | Tar initiativ    | Tar initiativ     | Tager initiativ    | Initiator
  user       | Bruker           | Användare         | Bruger             | User
  influencer | Påvirker         | Påverkare         | Påvirker           | Influencer
  decider    | Bestemmer        | Beslutsfattare    | Beslutter          | Decider
  buyer      | Kjøper inn       | Inköpare          | Køber              | Buyer
  gatekeeper | Portvakt         | Portvakt          | Portvagt           | Gatekeeper
`)

export const decisionMaker = inCategory('decisionMaker', 'person', [
  {
    key: 'decisionMakerRole',
    subject: 'company',
    type: 'choice',
    label: in4('Beslutningstaker', 'Beslutsfattare', 'Beslutningstager', 'Decision maker'),
    options: roles,
  },
  { key: 'role', type: 'choice', label: in4('Rolle', 'Roll', 'Rolle', 'Role'), options: roles },
  { key: 'title', type: 'text', label: in4('Tittel', 'Titel', 'Titel', 'Title') },
  {
    key: 'decisionPart',
    type: 'choice',
    label: in4('Del i beslutningen', 'Del i beslutet', 'Del i beslutningen', 'Part in the decision'),
    options: decisionParts,
  },
])
