import { in4, type Translated } from '../locales/locale.ts'
import type { ProfileKind } from '../profiles/profile.ts'
import type { Template, TemplateField } from './template.ts'

function field(
  key: string,
  label: Translated,
  help: Translated,
  rest: Pick<TemplateField, 'kind'> & Partial<TemplateField>,
): TemplateField {
  return { key, label, help, visibility: 'public', ...rest }
}

/** The ideal customer profile's template: who the company is, how it decides, what it struggles with, how we help. */
const icpScorecard: Template = {
  key: 'icpScorecard',
  name: in4(
    'Idealkunde med poengkort',
    'Idealkund med poängkort',
    'Idealkunde med pointkort',
    'Ideal customer with scorecard',
  ),
  kinds: ['idealCustomerProfile', 'antiProfile'],
  sections: [
    {
      key: 'company',
      title: in4('Bedriften', 'Företaget', 'Virksomheden', 'The company'),
      fields: [
        field(
          'location',
          in4('Beliggenhet', 'Läge', 'Beliggenhed', 'Location'),
          in4(
            'Land, landsdel og om de holder til i by eller distrikt.',
            'Land, landsdel och om de finns i stad eller på landsbygd.',
            'Land, landsdel og om de holder til i by eller på landet.',
            'Country, region and whether they are urban or rural.',
          ),
          { kind: 'shortText' },
        ),
        field(
          'finances',
          in4('Økonomi', 'Ekonomi', 'Økonomi', 'Finances'),
          in4(
            'Omsetning, vekst og hvor mye de pleier å bruke på slikt vi selger.',
            'Omsättning, tillväxt och hur mycket de brukar lägga på det vi säljer.',
            'Omsætning, vækst og hvor meget de plejer at bruge på det, vi sælger.',
            'Revenue, growth and what they usually spend on what we sell.',
          ),
          { kind: 'shortText', visibility: 'partner' },
        ),
        field(
          'customers',
          in4('Kundene deres', 'Deras kunder', 'Deres kunder', 'Their customers'),
          in4(
            'Hvem de lever av å hjelpe.',
            'Vilka de lever på att hjälpa.',
            'Hvem de lever af at hjælpe.',
            'Whom they make a living from helping.',
          ),
          { kind: 'shortText' },
        ),
        field(
          'systems',
          in4('Systemer i bruk', 'System i bruk', 'Systemer i brug', 'Systems in use'),
          in4(
            'Det de har i dag, og som vi må virke sammen med eller erstatte.',
            'Det de har i dag och som vi måste fungera ihop med eller ersätta.',
            'Det, de har i dag, og som vi skal spille sammen med eller erstatte.',
            'What they have today that we must work with or replace.',
          ),
          { kind: 'list' },
        ),
      ],
    },
    {
      key: 'decision',
      title: in4('Slik bestemmer de seg', 'Så bestämmer de sig', 'Sådan beslutter de', 'How they decide'),
      fields: [
        field(
          'decisionMaker',
          in4('Beslutningstaker', 'Beslutsfattare', 'Beslutningstager', 'Decision maker'),
          in4(
            'Rolle og tittel på den som bestemmer, og hvem som påvirker.',
            'Roll och titel på den som bestämmer, och vilka som påverkar.',
            'Rolle og titel på den, der beslutter, og hvem der har indflydelse.',
            'Role and title of who decides, and who influences.',
          ),
          { kind: 'shortText' },
        ),
        field(
          'culture',
          in4('Kultur', 'Kultur', 'Kultur', 'Culture'),
          in4(
            'Hva de setter høyt, og hvordan de arbeider sammen.',
            'Vad de värderar högt och hur de arbetar tillsammans.',
            'Hvad de sætter højt, og hvordan de arbejder sammen.',
            'What they value and how they work together.',
          ),
          { kind: 'longText' },
        ),
        field(
          'budget',
          in4('Budsjett', 'Budget', 'Budget', 'Budget'),
          in4(
            'Når budsjettet legges, og hvem som eier det.',
            'När budgeten läggs och vem som äger den.',
            'Hvornår budgettet lægges, og hvem der ejer det.',
            'When the budget is set and who owns it.',
          ),
          { kind: 'shortText', visibility: 'internal' },
        ),
      ],
    },
    {
      key: 'needs',
      title: in4(
        'Utfordringer og løsninger',
        'Utmaningar och lösningar',
        'Udfordringer og løsninger',
        'Challenges and solutions',
      ),
      fields: [
        field(
          'challenges',
          in4('Vanlige utfordringer', 'Vanliga utmaningar', 'Almindelige udfordringer', 'Common challenges'),
          in4(
            'Det som holder dem tilbake eller koster dem penger.',
            'Det som håller dem tillbaka eller kostar dem pengar.',
            'Det, der holder dem tilbage eller koster dem penge.',
            'What holds them back or costs them money.',
          ),
          { kind: 'list' },
        ),
        field(
          'solutions',
          in4('Slik hjelper vi', 'Så hjälper vi', 'Sådan hjælper vi', 'How we help'),
          in4(
            'Ett svar på hver utfordring.',
            'Ett svar på varje utmaning.',
            'Ét svar på hver udfordring.',
            'One answer to each challenge.',
          ),
          { kind: 'list' },
        ),
        field(
          'warningSigns',
          in4('Varseltegn', 'Varningstecken', 'Advarselstegn', 'Warning signs'),
          in4(
            'Det som pleier å bety at dette ikke blir en god kunde.',
            'Det som brukar betyda att det inte blir en bra kund.',
            'Det, der plejer at betyde, at det ikke bliver en god kunde.',
            'What usually means that this will not be a good customer.',
          ),
          { kind: 'list', visibility: 'internal' },
        ),
      ],
    },
  ],
}

/** The shortest template, for any kind of profile: goals, pains, channels. */
const basic: Template = {
  key: 'basic',
  name: in4('Enkel', 'Enkel', 'Enkel', 'Basic'),
  kinds: ['idealCustomerProfile', 'persona', 'targetMarket', 'antiProfile'],
  sections: [
    {
      key: 'motives',
      title: in4('Mål og bekymringer', 'Mål och bekymmer', 'Mål og bekymringer', 'Goals and worries'),
      fields: [
        field(
          'goals',
          in4('Mål', 'Mål', 'Mål', 'Goals'),
          in4('Det de vil oppnå.', 'Det de vill uppnå.', 'Det, de vil opnå.', 'What they want to achieve.'),
          { kind: 'list' },
        ),
        field(
          'pains',
          in4('Smertepunkter', 'Smärtpunkter', 'Smertepunkter', 'Pains'),
          in4('Det som plager dem.', 'Det som plågar dem.', 'Det, der plager dem.', 'What troubles them.'),
          { kind: 'list' },
        ),
        field(
          'channels',
          in4('Foretrukne kanaler', 'Föredragna kanaler', 'Foretrukne kanaler', 'Preferred channels'),
          in4('Der de er å treffe.', 'Där man når dem.', 'Der, hvor man møder dem.', 'Where to reach them.'),
          { kind: 'list' },
        ),
      ],
    },
  ],
}

/** The templates every workspace has. */
export const builtinTemplates: readonly Template[] = [icpScorecard, basic]

export function findTemplate(key: string): Template | undefined {
  return builtinTemplates.find((template) => template.key === key)
}

export function templateFits(template: Template, kind: ProfileKind): boolean {
  return template.kinds.includes(kind)
}
