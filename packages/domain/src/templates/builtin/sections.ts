import { in4 } from '../../locales/locale.ts'

/** The headings that several built-in templates share. */
export const titles = {
  company: in4('Bedriften', 'Företaget', 'Virksomheden', 'The company'),
  decision: in4('Slik bestemmer de seg', 'Så bestämmer de sig', 'Sådan beslutter de', 'How they decide'),
  needs: in4(
    'Utfordringer og løsninger',
    'Utmaningar och lösningar',
    'Udfordringer og løsninger',
    'Challenges and solutions',
  ),
  person: in4('Hvem de er', 'Vilka de är', 'Hvem de er', 'Who they are'),
  mind: in4('Slik tenker de', 'Så tänker de', 'Sådan tænker de', 'How they think'),
  motives: in4('Mål og bekymringer', 'Mål och bekymmer', 'Mål og bekymringer', 'Goals and worries'),
  relation: in4('Dem og oss', 'De och vi', 'Dem og os', 'They and we'),
  evidence: in4('Fra virkeligheten', 'Ur verkligheten', 'Fra virkeligheden', 'From life'),
}
