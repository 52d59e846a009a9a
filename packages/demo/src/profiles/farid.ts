import { in4 } from '@profilkort/domain/locales/locale'
import { noLinks } from '@profilkort/domain/profiles/profile'
import type { DemoProfile } from './demo-profile.ts'
import { list, role, text } from './traits.ts'

/** Who has to live with it in an accounting firm. */
export const farid: DemoProfile = {
  slug: 'farid-oppdragsansvarlig',
  kind: 'persona',
  template: 'basic',
  state: 'published',
  links: { ...noLinks, products: ['kvistregnskap'] },
  content: {
    name: in4(
      'Farid, oppdragsansvarlig',
      'Farid, uppdragsansvarig',
      'Farid, kundeansvarlig',
      'Farid, engagement manager',
    ),
    summary: in4(
      'Autorisert regnskapsfører med ansvar for fire kolleger og 140 kunder. Han velger ikke systemet, men kan stoppe det.',
      'Auktoriserad redovisningskonsult med ansvar för fyra kollegor och 140 kunder. Han väljer inte systemet men kan stoppa det.',
      'Erfaren bogholder med ansvar for fire kolleger og 140 kunder. Han vælger ikke systemet, men kan stoppe det.',
      'A qualified accountant in charge of four colleagues and 140 clients. He does not choose the system, but he can stop it.',
    ),
    quote: in4(
      '«Blir det ett klikk mer per bilag, er det 40 000 klikk i året.»',
      '”Ett klick till per verifikation blir 40 000 klick om året.”',
      '»Ét klik mere pr. bilag er 40.000 klik om året.«',
      '“One more click per voucher is 40,000 clicks a year.”',
    ),
    picture: null,
    fields: {
      goals: list(
        [
          'Levere i tide uten å jobbe kvelden før fristen',
          'Se hvem på laget som har ledig tid',
          'Slippe å mase på kundene',
        ],
        [
          'Leverera i tid utan att jobba kvällen innan',
          'Se vem i teamet som har tid över',
          'Slippa jaga kunderna',
        ],
        [
          'Aflevere til tiden uden at arbejde aftenen før fristen',
          'Se, hvem på holdet der har tid',
          'Slippe for at rykke kunderne',
        ],
        [
          'Deliver on time without working the night before',
          'See who on the team has time to spare',
          'Stop chasing clients',
        ],
      ),
      motivators: list(
        ['Rekke barnehagen før den stenger', 'Bli hørt når noe skal bestemmes'],
        ['Hinna till förskolan innan den stänger', 'Bli lyssnad på när något ska bestämmas'],
        ['Nå børnehaven, før den lukker', 'Blive hørt, når noget skal besluttes'],
        ['Getting to the nursery before it closes', 'Being heard when things are decided'],
      ),
      pains: list(
        [
          'Bilag som kommer på e-post, i poser og på papir',
          'Nye kolleger som trenger et halvår på å bli kjent med kundene',
          'Systemer som er laget for å selges, ikke for å brukes',
        ],
        [
          'Underlag som kommer via mejl, i påsar och på papper',
          'Nya kollegor som behöver ett halvår för att lära känna kunderna',
          'System som är gjorda för att säljas, inte för att användas',
        ],
        [
          'Bilag, der kommer på mail, i poser og på papir',
          'Nye kolleger, der skal bruge et halvt år på at lære kunderne at kende',
          'Systemer, der er lavet til at blive solgt, ikke til at blive brugt',
        ],
        [
          'Vouchers that arrive by e-mail, in bags and on paper',
          'New colleagues who need half a year to get to know the clients',
          'Systems made to be sold, not to be used',
        ],
      ),
      channels: list(
        [
          'Korte videoer som viser hvordan',
          'Nettmøte med en som har gjort jobben selv',
          'Kollegene ved kaffemaskinen',
        ],
        [
          'Korta filmer som visar hur man gör',
          'Onlinemöte med någon som själv har gjort jobbet',
          'Kollegorna vid kaffemaskinen',
        ],
        [
          'Korte videoer, der viser hvordan',
          'Onlinemøde med en, der selv har lavet arbejdet',
          'Kollegerne ved kaffemaskinen',
        ],
        [
          'Short videos that show how',
          'An online meeting with someone who has done the job',
          'Colleagues at the coffee machine',
        ],
      ),
      demographics: text(
        'Mann i trettiårene, samboer, to små barn.',
        'Man i trettioårsåldern, sambo, två små barn.',
        'Mand i trediverne, bor med sin kæreste og to små børn.',
        'A man in his thirties who lives with his partner and two small children.',
      ),
      psychographics: text(
        'Vil heller gjøre det ordentlig én gang enn fort to ganger.',
        'Gör hellre rätt en gång än fort två gånger.',
        'Vil hellere gøre det ordentligt én gang end hurtigt to gange.',
        'Would rather do it properly once than quickly twice.',
      ),
    },
    traits: [role(in4('Regnskapsfører', 'Redovisningskonsult', 'Bogholder', 'Accountant'), 'accountant')],
    visibility: {},
  },
}
