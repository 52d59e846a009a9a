import { in4 } from '../../locales/locale.ts'
import { optionTable } from '../option-table.ts'
import { inCategory } from './define.ts'

const systems = optionTable(`
  analytics       | Innsikt og analyse    | Analys                 | Analyse               | Analytics
  cloudAccounting | Regnskap i skyen      | Redovisning i molnet   | Regnskab i skyen      | Cloud accounting
  cms             | Publisering (CMS)     | Publicering (CMS)      | Publicering (CMS)     | CMS
  crm             | Kundesystem (CRM)     | Kundsystem (CRM)       | Kundesystem (CRM)     | CRM
  ecommerce       | Nettbutikk            | E-handel               | Webshop               | E-commerce
  erp             | Forretningssystem (ERP) | Affärssystem (ERP)   | Forretningssystem (ERP) | ERP
  hr              | Personalsystem        | Personalsystem         | Personalesystem       | HR system
  legacyErp       | Eldre forretningssystem | Äldre affärssystem   | Ældre forretningssystem | Legacy ERP
  marketingAutomation | Markedsautomatisering | Marknadsautomatisering | Marketingautomatisering | Marketing automation
  payroll         | Lønnssystem           | Lönesystem             | Lønsystem             | Payroll
  pointOfSale     | Kassesystem           | Kassasystem            | Kassesystem           | Point of sale
  projects        | Prosjektverktøy       | Projektverktyg         | Projektværktøj        | Project tools
  spreadsheet     | Regneark              | Kalkylark              | Regneark              | Spreadsheets
  supportDesk     | Kundeservice          | Kundtjänst             | Kundeservice          | Support desk
`)

export const technographic = inCategory('technographic', 'company', [
  {
    key: 'systemsInUse',
    type: 'choices',
    label: in4('Systemer i bruk', 'System i bruk', 'Systemer i brug', 'Systems in use'),
    options: systems,
  },
])
