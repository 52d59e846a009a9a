import { in4 } from '../../locales/locale.ts'
import type { Template, TemplateField } from '../../templates/template.ts'

function field(key: string, kind: TemplateField['kind'], label: TemplateField['label']): TemplateField {
  return { key, kind, label, help: {}, visibility: 'public' }
}

/** A template for tests, with a field of every kind. */
export const testTemplate: Template = {
  key: 'test',
  name: in4('Prøve', 'Prov', 'Prøve', 'Test'),
  kinds: ['persona'],
  sections: [
    {
      key: 'person',
      title: in4('Personen', 'Personen', 'Personen', 'The person'),
      fields: [
        field('role', 'shortText', in4('Rolle', 'Roll', 'Rolle', 'Role')),
        field('day', 'longText', in4('En dag', 'En dag', 'En dag', 'A day')),
        field('motto', 'quote', in4('Motto', 'Motto', 'Motto', 'Motto')),
        field('goals', 'list', in4('Mål', 'Mål', 'Mål', 'Goals')),
        field('face', 'picture', in4('Portrett', 'Porträtt', 'Portræt', 'Portrait')),
      ],
    },
    {
      key: 'company',
      title: in4('Bedriften', 'Företaget', 'Virksomheden', 'The company'),
      fields: [
        field('colleagues', 'number', in4('Kolleger', 'Kollegor', 'Kolleger', 'Colleagues')),
        field('budget', 'money', in4('Budsjett', 'Budget', 'Budget', 'Budget')),
        field('channels', 'choice', in4('Kanaler', 'Kanaler', 'Kanaler', 'Channels')),
        field('size', 'trait', in4('Størrelse', 'Storlek', 'Størrelse', 'Size')),
        field('site', 'link', in4('Nettsted', 'Webbplats', 'Websted', 'Website')),
      ],
    },
  ],
}
