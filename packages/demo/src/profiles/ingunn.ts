import { in4 } from '@profilkort/domain/locales/locale'
import { noLinks } from '@profilkort/domain/profiles/profile'
import type { DemoProfile } from './demo-profile.ts'
import { list, role, text } from './traits.ts'

/** Who signs in an accounting firm. */
export const ingunn: DemoProfile = {
  slug: 'ingunn-daglig-leder',
  kind: 'persona',
  template: 'comprehensive',
  state: 'published',
  links: { ...noLinks, products: ['kvistregnskap', 'vikinnsikt'] },
  content: {
    name: in4(
      'Ingunn, daglig leder på regnskapskontoret',
      'Ingunn, vd på redovisningsbyrån',
      'Ingunn, direktør på regnskabskontoret',
      'Ingunn, managing director of the accounting firm',
    ),
    summary: in4(
      'Eier en del av kontoret og har selv ført regnskap i tjue år. Hun bestemmer hva de kjøper, men vil ikke tvinge noe på dem som skal bruke det.',
      'Äger en del av byrån och har själv jobbat med redovisning i tjugo år. Hon bestämmer vad de köper men vill inte tvinga på medarbetarna något som de inte vill arbeta i.',
      'Ejer en del af kontoret og har selv ført regnskaber i tyve år. Hun bestemmer, hvad de køber, men vil ikke trække noget ned over hovedet på dem, der skal bruge det.',
      'Owns a share of the firm and kept books herself for twenty years. She decides what they buy, but will not force it on those who have to use it.',
    ),
    quote: in4(
      '«Vis meg at det sparer oss timer i februar, så hører jeg på resten.»',
      '”Visa mig att det sparar timmar i februari, så lyssnar jag på resten.”',
      '»Vis mig, at det sparer os timer i februar, så hører jeg på resten.«',
      '“Show me that it saves us hours in February, and I’ll listen to the rest.”',
    ),
    picture: null,
    fields: {
      demographics: text(
        'Kvinne i femtiårene, gift, voksne barn. Bor en halvtime fra kontoret.',
        'Kvinna i femtioårsåldern, gift, vuxna barn. Bor en halvtimme från byrån.',
        'Kvinde i halvtredserne, gift, voksne børn. Bor en halv time fra kontoret.',
        'A woman in her fifties, married, with grown-up children. Lives half an hour from the office.',
      ),
      position: text(
        'Daglig leder og medeier, tolv år i stolen.',
        'Vd och delägare, tolv år på posten.',
        'Direktør og medejer, tolv år på posten.',
        'Managing director and part-owner, twelve years in the post.',
      ),
      socioeconomics: text(
        'Økonomiutdannet, god inntekt, det meste av formuen bundet i kontoret.',
        'Ekonomutbildad, god inkomst, det mesta av förmögenheten bunden i byrån.',
        'Økonomiuddannet, god indkomst, det meste af formuen bundet i kontoret.',
        'A business degree, a good income, and most of her savings tied up in the firm.',
      ),
      psychographics: text(
        'Holder det hun lover, og venter det samme av andre. Stolt av at ingen kunde har levert for sent på tolv år.',
        'Håller vad hon lovar och väntar sig detsamma av andra. Stolt över att ingen kund har lämnat in för sent på tolv år.',
        'Holder, hvad hun lover, og venter det samme af andre. Stolt af, at ingen kunde har afleveret for sent i tolv år.',
        'Keeps her promises and expects the same of others. Proud that no client has filed late in twelve years.',
      ),
      interests: list(
        ['Langrenn', 'Styrevervet i idrettslaget'],
        ['Längdskidåkning', 'Styrelseuppdraget i idrottsföreningen'],
        ['Langrend', 'Bestyrelsesposten i idrætsforeningen'],
        ['Cross-country skiing', 'Her seat on the board of the sports club'],
      ),
      goals: list(
        [
          'Ta inn flere kunder uten å ansette like mange',
          'Tjene mer på rådgivning enn på bokføring',
          'Beholde de flinke folkene',
        ],
        [
          'Ta in fler kunder utan att anställa lika många',
          'Tjäna mer på rådgivning än på löpande bokföring',
          'Behålla de duktiga medarbetarna',
        ],
        [
          'Få flere kunder uden at ansætte lige så mange',
          'Tjene mere på rådgivning end på bogføring',
          'Holde på de dygtige medarbejdere',
        ],
        [
          'Take on more clients without hiring as many people',
          'Earn more on advice than on bookkeeping',
          'Keep the good people',
        ],
      ),
      motivators: list(
        ['Ro i månedene med frister', 'Et kontor som kan selges når hun går av'],
        ['Lugn under månaderna med deadlines', 'En byrå som går att sälja när hon slutar'],
        ['Ro i månederne med frister', 'Et kontor, der kan sælges, når hun går af'],
        ['Calm in the months of deadlines', 'A firm that can be sold when she retires'],
      ),
      pains: list(
        [
          'Overtid hver vår, og folk som slutter etterpå',
          'Fastpriser som ble avtalt før noen visste hva jobben ville koste',
          'Har brent seg på et systembytte før',
        ],
        [
          'Övertid varje vår och folk som slutar efteråt',
          'Fasta priser som avtalades innan någon visste vad jobbet skulle kosta',
          'Har bränt sig på ett systembyte tidigare',
        ],
        [
          'Overarbejde hvert forår og folk, der siger op bagefter',
          'Faste priser, der blev aftalt, før nogen vidste, hvad opgaven ville koste',
          'Har brændt sig på et systemskifte før',
        ],
        [
          'Overtime every spring, and people who leave afterwards',
          'Fixed prices agreed before anyone knew what the job would cost',
          'Has been burnt by a change of systems before',
        ],
      ),
      channels: list(
        ['Fagdager i bransjen', 'Ledere av andre kontorer, som hun stoler på', 'E-post tidlig om morgenen'],
        ['Branschdagar', 'Chefer på andra byråer som hon litar på', 'E-post tidigt på morgonen'],
        [
          'Faglige arrangementer i branchen',
          'Ledere af andre kontorer, som hun stoler på',
          'E-mail tidligt om morgenen',
        ],
        ['Industry seminars', 'Heads of other firms whom she trusts', 'E-mail early in the morning'],
      ),
      objections: list(
        ['«Vi kan ikke bytte midt i året.» Vi flytter åpningsbalansen ved nyttår.'],
        ['”Vi kan inte byta mitt i året.” Vi flyttar de ingående balanserna vid nyår.'],
        ['»Vi kan ikke skifte midt på året.« Vi flytter åbningsbalancen ved nytår.'],
        ['“We can’t switch in mid-year.” We move the opening balances at New Year.'],
      ),
      buyingPattern: text(
        'Kjøper sjelden og stort: ett system hvert sjuende år, etter to møter og en prøvemåned.',
        'Köper sällan och stort: ett system vart sjunde år, efter två möten och en provmånad.',
        'Køber sjældent og stort: ét system hvert syvende år, efter to møder og en prøvemåned.',
        'Buys seldom and big: one system every seven years, after two meetings and a month’s trial.',
      ),
      purchaseFrequency: { kind: 'choice', options: ['rarely'] },
      tenure: { kind: 'number', number: 9 },
      interactionHistory: text(
        'Finner oss gjennom et annet kontor, spør om prisen til slutt og vil snakke med en kunde før hun svarer.',
        'Hittar oss via en annan byrå, frågar om priset sist och vill prata med en kund innan hon svarar.',
        'Finder os gennem et andet kontor, spørger om prisen til sidst og vil tale med en kunde, før hun svarer.',
        'Finds us through another firm, asks about the price last and wants to talk to a customer before she answers.',
      ),
    },
    traits: [role(in4('Daglig leder', 'Vd', 'Direktør', 'Managing director'), 'managingDirector')],
    visibility: {},
  },
}
