import { in4 } from '../../locales/locale.ts'
import { optionTable } from '../option-table.ts'
import { inCategory } from './define.ts'

const buyingPatterns = optionTable(`
  need      | Kjøper ved behov     | Köper vid behov       | Køber ved behov       | Buys when in need
  offer     | Kjøper på tilbud     | Köper på rea          | Køber på tilbud       | Buys on offer
  impulse   | Impulskjøper         | Impulsköpare          | Impulskøber           | Buys on impulse
  loyalty   | Lojal                | Lojal                 | Loyal                 | Loyal
  planned   | Planlegger lenge     | Planerar länge        | Planlægger længe      | Plans long ahead
  seasonal  | Sesongkjøper         | Säsongsköpare         | Sæsonkøber            | Seasonal
  recurring | Abonnement           | Abonnemang            | Abonnement            | Subscription
  once      | Engangskjøper        | Engångsköpare         | Engangskøber          | Buys once
`)

const brandRelations = optionTable(`
  practical | Praktisk nytte       | Praktisk nytta        | Praktisk nytte        | Practical
  personal  | Personlig uttrykk    | Personligt uttryck    | Personligt udtryk     | Personal
  belonging | Tilhørighet          | Tillhörighet          | Tilhørsforhold        | Belonging
`)

const spendingHabits = optionTable(`
  thrifty   | Sparsom              | Sparsam               | Sparsommelig          | Thrifty
  valueSeeking | Mest for pengene  | Mest för pengarna     | Mest for pengene      | Value for money
  balanced  | Balansert            | Balanserad            | Balanceret            | Balanced
  generous  | Raus                 | Generös               | Large                 | Generous
  premium   | Velger det beste     | Väljer det bästa      | Vælger det bedste     | Premium
  credit    | Kjøper på kreditt    | Köper på kredit       | Køber på kredit       | Buys on credit
`)

const productUses = optionTable(`
  none      | Bruker ikke          | Använder inte         | Bruger ikke           | Does not use
  trial     | Prøver               | Provar                | Prøver                | Trying
  light     | Lite                 | Lite                  | Lidt                  | Light
  regular   | Jevnlig              | Regelbundet           | Jævnligt              | Regular
  heavy     | Mye                  | Mycket                | Meget                 | Heavy
  lapsed    | Har sluttet          | Har slutat            | Er stoppet            | Lapsed
`)

const channels = optionTable(`
  email     | E-post               | E-post                | E-mail                | E-mail
  phone     | Telefon              | Telefon               | Telefon               | Phone
  sms       | SMS                  | Sms                   | Sms                   | Text message
  chat      | Chat                 | Chatt                 | Chat                  | Chat
  web       | Nettsted             | Webbplats             | Hjemmeside            | Website
  app       | App                  | App                   | App                   | App
  socialMedia | Sosiale medier     | Sociala medier        | Sociale medier        | Social media
  store     | Butikk               | Butik                 | Butik                 | Store
  meeting   | Møte                 | Möte                  | Møde                  | Meeting
  event     | Arrangement          | Evenemang             | Arrangement           | Event
  post      | Post                 | Post                  | Post                  | Post
  partner   | Forhandler           | Återförsäljare        | Forhandler            | Reseller
`)

export const behavioural = inCategory('behavioural', 'either', [
  {
    key: 'buyingPattern',
    type: 'choices',
    label: in4('Kjøpsmønster', 'Köpmönster', 'Købsmønster', 'Buying pattern'),
    options: buyingPatterns,
  },
  {
    key: 'brandRelation',
    type: 'choice',
    label: in4(
      'Forhold til merket',
      'Relation till varumärket',
      'Forhold til mærket',
      'Relation to the brand',
    ),
    options: brandRelations,
  },
  {
    key: 'spendingHabit',
    type: 'choice',
    label: in4('Forbruksvane', 'Konsumtionsvana', 'Forbrugsvane', 'Spending habit'),
    options: spendingHabits,
  },
  {
    key: 'productUse',
    type: 'choice',
    label: in4('Bruk av produktet', 'Användning av produkten', 'Brug af produktet', 'Product use'),
    options: productUses,
  },
  {
    key: 'channelPreference',
    type: 'choices',
    label: in4('Foretrukne kanaler', 'Föredragna kanaler', 'Foretrukne kanaler', 'Channel preference'),
    options: channels,
  },
  {
    key: 'feedback',
    type: 'text',
    label: in4('Tilbakemelding', 'Återkoppling', 'Tilbagemelding', 'Feedback'),
  },
])
