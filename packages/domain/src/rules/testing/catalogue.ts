import type { Attribute, AttributeType, Catalogue, MetricDefinition } from '../../attributes/attribute.ts'
import type { Localized } from '../../locales/locale.ts'

function attribute(
  key: string,
  type: AttributeType,
  label: Localized,
  more: Partial<Pick<Attribute, 'unit' | 'options'>> = {},
): Attribute {
  return {
    key,
    subject: 'company',
    type,
    category: 'firmographic',
    label,
    options: [],
    sensitive: false,
    ...more,
  }
}

const attributes = [
  attribute(
    'industry',
    'choice',
    { nb: 'Bransje', sv: 'Bransch', da: 'Branche', en: 'Industry' },
    {
      options: [
        { key: 'software', label: { nb: 'programvare', sv: 'programvara', da: 'software', en: 'software' } },
        { key: 'retail', label: { nb: 'varehandel', sv: 'detaljhandel', da: 'detailhandel', en: 'retail' } },
        { key: 'media', label: { nb: 'medier', sv: 'medier', da: 'medier', en: 'media' } },
      ],
    },
  ),
  attribute(
    'systems',
    'choices',
    { nb: 'Systemer i bruk', sv: 'System i bruk', da: 'Systemer i brug', en: 'Systems in use' },
    {
      options: [
        { key: 'erp', label: { en: 'ERP', nb: 'ERP' } },
        { key: 'crm', label: { en: 'CRM', nb: 'CRM' } },
        { key: 'shop', label: { en: 'a web shop', nb: 'nettbutikk', sv: 'webbutik', da: 'webshop' } },
      ],
    },
  ),
  attribute('city', 'text', { nb: 'By', sv: 'Ort', da: 'By', en: 'City' }),
  attribute(
    'employees',
    'number',
    { nb: 'Ansatte', sv: 'Anställda', da: 'Ansatte', en: 'Employees' },
    {
      unit: { nb: 'ansatte', sv: 'anställda', da: 'ansatte', en: 'employees' },
    },
  ),
  attribute(
    'exportShare',
    'number',
    { nb: 'Eksportandel', sv: 'Exportandel', da: 'Eksportandel', en: 'Export share' },
    {
      unit: 'percent',
    },
  ),
  attribute('revenue', 'money', { nb: 'Omsetning', sv: 'Omsättning', da: 'Omsætning', en: 'Revenue' }),
  attribute('listed', 'boolean', { nb: 'Børsnotert', sv: 'Börsnoterat', da: 'Børsnoteret', en: 'Listed' }),
  attribute('founded', 'time', { nb: 'Stiftet', sv: 'Grundat', da: 'Stiftet', en: 'Founded' }),
]

const metrics: readonly MetricDefinition[] = [
  { key: 'wonValue', label: { nb: 'Vunnet verdi', sv: 'Vunnet värde', da: 'Vundet værdi', en: 'Won value' } },
  {
    key: 'winRate',
    label: { nb: 'Vinnerandel', sv: 'Vinstandel', da: 'Vinderandel', en: 'Win rate' },
    unit: 'percent',
  },
]

/** A catalogue for tests, with an attribute of every type. */
export const testCatalogue: Catalogue = {
  attributes: new Map(attributes.map((each) => [each.key, each])),
  metrics: new Map(metrics.map((each) => [each.key, each])),
}
