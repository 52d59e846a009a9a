import { type Attribute, type AttributeSubject, type Catalogue, isKnownOf } from '../attributes/attribute.ts'
import { in4, type Translated } from '../locales/locale.ts'
import type { Problem } from '../result.ts'
import { ownAttributesOf } from '../rules/fields.ts'
import type { ProfileContent, ProfileKind, ProfileLinks } from './profile.ts'

/** What tells one kind of profile from its neighbours. */
export interface KindRule {
  readonly name: Translated
  /** What it is, whom it is for, and how it differs from the other kinds. */
  readonly explanation: Translated
  /** Whose attributes its traits may speak of. */
  readonly subject: AttributeSubject
  /** What it may point at. */
  readonly links: readonly (keyof ProfileLinks)[]
}

const everyLink = [
  'products',
  'personas',
  'contrasts',
  'segment',
  'scorecard',
] as const satisfies readonly (keyof ProfileLinks)[]

export const kindRules: { readonly [K in ProfileKind]: KindRule } = {
  idealCustomerProfile: {
    name: in4('Idealkundeprofil', 'Idealkundsprofil', 'Idealkundeprofil', 'Ideal customer profile'),
    explanation: in4(
      'Bedriften dere helst vil selge til: bransje, størrelse, økonomi og måten den bestemmer seg på. Den hjelper salg med å velge hvem de ringer. Menneskene i bedriften beskrives i personaer.',
      'Företaget ni helst vill sälja till: bransch, storlek, ekonomi och hur det fattar beslut. Den hjälper säljarna att välja vilka de ska ringa. Människorna i företaget beskrivs i personor.',
      'Den virksomhed, I helst vil sælge til: branche, størrelse, økonomi og måden, den beslutter på. Den hjælper salg med at vælge, hvem de ringer til. Menneskene i virksomheden beskrives i personaer.',
      'The company you most want to sell to: industry, size, finances and how it decides. It helps sales choose whom to call. The people in the company are described in personas.',
    ),
    subject: 'company',
    links: everyLink,
  },
  persona: {
    name: in4('Persona', 'Persona', 'Persona', 'Persona'),
    explanation: in4(
      'Ett menneske som kjøper, bruker eller bestemmer: rolle, mål, bekymringer og kanaler. Den hjelper dem som skriver og selger, med å snakke til noen. Bedriften rundt beskrives i en idealkundeprofil, en hel gruppe forbrukere i et målmarked.',
      'En människa som köper, använder eller bestämmer: roll, mål, bekymmer och kanaler. Den hjälper dem som skriver och säljer att tala till någon. Företaget runt omkring beskrivs i en idealkundsprofil, en hel grupp konsumenter i en målmarknad.',
      'Ét menneske, der køber, bruger eller bestemmer: rolle, mål, bekymringer og kanaler. Den hjælper dem, der skriver og sælger, med at tale til nogen. Virksomheden omkring beskrives i en idealkundeprofil, en hel gruppe forbrugere i et målmarked.',
      'One person who buys, uses or decides: role, goals, worries and channels. It helps those who write and sell to speak to somebody. The company around is described in an ideal customer profile, a whole group of consumers in a target market.',
    ),
    subject: 'person',
    links: ['products', 'contrasts', 'segment', 'scorecard'],
  },
  targetMarket: {
    name: in4('Målmarked', 'Målmarknad', 'Målmarked', 'Target market'),
    explanation: in4(
      'En gruppe forbrukere med noe til felles: alder, bosted, inntekt, interesser og vaner. Den hjelper markedsføring med å velge hvor og hvordan dere er synlige. Gruppen får ansikter gjennom personaene den viser til.',
      'En grupp konsumenter med något gemensamt: ålder, bostadsort, inkomst, intressen och vanor. Den hjälper marknadsföringen att välja var och hur ni syns. Gruppen får ansikten genom de personor den hänvisar till.',
      'En gruppe forbrugere med noget til fælles: alder, bopæl, indkomst, interesser og vaner. Den hjælper markedsføring med at vælge, hvor og hvordan I er synlige. Gruppen får ansigter gennem de personaer, den viser til.',
      'A group of consumers with something in common: age, home, income, interests and habits. It helps marketing choose where and how you are seen. The group gets its faces from the personas it links to.',
    ),
    subject: 'person',
    links: everyLink,
  },
  antiProfile: {
    name: in4('Antiprofil', 'Antiprofil', 'Antiprofil', 'Anti-profile'),
    explanation: in4(
      'Kunden dere ikke skal jage, bedrift eller person: koster mer enn den gir, slutter fort eller trenger noe dere ikke har. Den sparer salg for tid. De andre profilene viser til den for å vise hvor grensen går.',
      'Kunden ni inte ska jaga, företag eller person: kostar mer än den ger, slutar snabbt eller behöver något ni inte har. Den sparar tid åt säljarna. De andra profilerna hänvisar till den för att visa var gränsen går.',
      'Den kunde, I ikke skal jage, virksomhed eller person: koster mere, end den giver, stopper hurtigt eller har brug for noget, I ikke har. Den sparer salg for tid. De andre profiler viser til den for at vise, hvor grænsen går.',
      'The customer not to chase, company or person: costs more than it brings, leaves soon or needs what you do not have. It saves sales time. The other profiles link to it to show where the line goes.',
    ),
    subject: 'either',
    links: ['products', 'segment', 'scorecard'],
  },
}

/** What stands in a content that its kind may not hold. */
export function checkKind(
  kind: ProfileKind,
  content: Pick<ProfileContent, 'traits' | 'links'>,
  catalogue: Catalogue,
): readonly Problem[] {
  return [...checkSubjects(kind, content, catalogue), ...checkLinks(kind, content)]
}

function checkSubjects(
  kind: ProfileKind,
  { traits }: Pick<ProfileContent, 'traits'>,
  catalogue: Catalogue,
): readonly Problem[] {
  const { subject, name } = kindRules[kind]
  return traits.flatMap(({ rule }, index) =>
    ownAttributesOf(rule).flatMap((key): Problem[] => {
      const attribute = catalogue.attributes.get(key)
      if (attribute === undefined || isAbout(kind, attribute)) return []
      const message = `"${key}" is known about a ${attribute.subject}, and this ${name.en.toLowerCase()} describes a ${subject}. Use an attribute of a ${subject}, or write the trait in a profile of another kind.`
      return [{ path: ['traits', index, 'rule'], message }]
    }),
  )
}

/** Whether a profile of the kind may have a trait on the attribute. */
export function isAbout(kind: ProfileKind, { subject }: Pick<Attribute, 'subject'>): boolean {
  const described = kindRules[kind].subject
  return described === 'either' || isKnownOf({ subject }, described)
}

function checkLinks(kind: ProfileKind, { links }: Pick<ProfileContent, 'links'>): readonly Problem[] {
  const { links: allowed, name } = kindRules[kind]
  return everyLink.flatMap((link): Problem[] => {
    const isUsed = Array.isArray(links[link]) ? links[link].length > 0 : links[link] !== null
    if (!isUsed || allowed.includes(link)) return []
    const message = `A profile of the kind "${name.en}" has no ${link}; it can link to ${allowed.join(', ')}. Take them out.`
    return [{ path: ['links', link], message }]
  })
}
