import { optionTable } from '../option-table.ts'

export const interests = optionTable(`
  animals      | Dyr               | Djur             | Dyr               | Animals
  art          | Kunst og kultur   | Konst och kultur | Kunst og kultur   | Art and culture
  books        | Bøker             | Böcker           | Bøger             | Books
  business     | Næringsliv        | Näringsliv       | Erhvervsliv       | Business
  cars         | Bil og motor      | Bilar och motor  | Biler og motor    | Cars and motors
  fashion      | Mote              | Mode             | Mode              | Fashion
  film         | Film og serier    | Film och serier  | Film og serier    | Film and series
  food         | Mat og drikke     | Mat och dryck    | Mad og drikke     | Food and drink
  gaming       | Spill             | Spel             | Spil              | Games
  health       | Helse og trening  | Hälsa och träning | Sundhed og træning | Health and fitness
  home         | Hus og hage       | Hus och trädgård | Hus og have       | House and garden
  music        | Musikk            | Musik            | Musik             | Music
  nature       | Natur og friluftsliv | Natur och friluftsliv | Natur og friluftsliv | Nature and outdoors
  news         | Nyheter og samfunn | Nyheter och samhälle | Nyheder og samfund | News and society
  personalFinance | Privatøkonomi  | Privatekonomi    | Privatøkonomi     | Personal finance
  science      | Vitenskap         | Vetenskap        | Videnskab         | Science
  sport        | Sport             | Sport            | Sport             | Sport
  sustainability | Bærekraft       | Hållbarhet       | Bæredygtighed     | Sustainability
  technology   | Teknologi         | Teknik           | Teknologi         | Technology
  travel       | Reise             | Resor            | Rejser            | Travel
`)

export const activities = optionTable(`
  cabin        | Hytteliv          | Stugliv          | Sommerhusliv      | Cabin life
  cooking      | Matlaging         | Matlagning       | Madlavning        | Cooking
  crafts       | Håndarbeid        | Hantverk         | Håndarbejde       | Crafts
  cycling      | Sykling           | Cykling          | Cykling           | Cycling
  diy          | Oppussing         | Gör-det-själv    | Gør-det-selv      | Home improvement
  gardening    | Hagearbeid        | Trädgårdsarbete  | Havearbejde       | Gardening
  hiking       | Turgåing          | Vandring         | Vandring          | Hiking
  huntingFishing | Jakt og fiske   | Jakt och fiske   | Jagt og fiskeri   | Hunting and fishing
  playingMusic | Spiller musikk    | Spelar musik     | Spiller musik     | Playing music
  reading      | Lesing            | Läsning          | Læsning           | Reading
  running      | Løping            | Löpning          | Løb               | Running
  sailing      | Båtliv            | Båtliv           | Sejlads           | Boating
  shopping     | Shopping          | Shopping         | Shopping          | Shopping
  skiing       | Skigåing          | Skidåkning       | Skiløb            | Skiing
  socialMedia  | Sosiale medier    | Sociala medier   | Sociale medier    | Social media
  strength     | Styrketrening     | Styrketräning    | Styrketræning     | Strength training
  teamSport    | Lagidrett         | Lagidrott        | Holdsport         | Team sports
  volunteering | Frivillig arbeid  | Ideellt arbete   | Frivilligt arbejde | Volunteering
`)

export const lifestyles = optionTable(`
  active       | Aktiv             | Aktiv            | Aktiv             | Active
  careerFocused | Karriererettet   | Karriärinriktad  | Karriereorienteret | Career-focused
  digital      | Digital           | Digital          | Digital           | Digital
  familyFocused | Familierettet    | Familjeinriktad  | Familieorienteret | Family-focused
  frugal       | Nøysom            | Sparsam          | Nøjsom            | Frugal
  luxury       | Luksus            | Lyx              | Luksus            | Luxury
  minimalist   | Minimalistisk     | Minimalistisk    | Minimalistisk     | Minimalist
  quiet        | Rolig             | Lugn             | Rolig             | Quiet
  social       | Sosial            | Social           | Social            | Social
  sustainable  | Miljøbevisst      | Miljömedveten    | Miljøbevidst      | Sustainable
  traditional  | Tradisjonell      | Traditionell     | Traditionel       | Traditional
  urban        | Urban             | Urban            | Urban             | Urban
`)

/** The ten basic values of Schwartz's theory (1992). */
export const values = optionTable(`
  selfDirection | Selvstendighet   | Självständighet  | Selvstændighed    | Self-direction
  stimulation  | Spenning          | Stimulans        | Spænding          | Stimulation
  hedonism     | Nytelse           | Njutning         | Nydelse           | Hedonism
  achievement  | Prestasjon        | Prestation       | Præstation        | Achievement
  power        | Makt              | Makt             | Magt              | Power
  security     | Trygghet          | Trygghet         | Tryghed           | Security
  conformity   | Konformitet       | Konformitet      | Konformitet       | Conformity
  tradition    | Tradisjon         | Tradition        | Tradition         | Tradition
  benevolence  | Omsorg            | Omtanke          | Omsorg            | Benevolence
  universalism | Universalisme     | Universalism     | Universalisme     | Universalism
`)

export const aspirations = optionTable(`
  career       | Karriere          | Karriär          | Karriere          | Career
  family       | Familieliv        | Familjeliv       | Familieliv        | Family life
  financialFreedom | Økonomisk frihet | Ekonomisk frihet | Økonomisk frihed | Financial freedom
  health       | God helse         | God hälsa        | Godt helbred      | Good health
  homeOwnership | Egen bolig       | Egen bostad      | Egen bolig        | Own home
  learning     | Lære mer          | Lära sig mer     | Lære mere         | Learning
  ownBusiness  | Eget firma        | Eget företag     | Egen virksomhed   | Own business
  recognition  | Anerkjennelse     | Erkännande       | Anerkendelse      | Recognition
  societalImpact | Bidra til samfunnet | Bidra till samhället | Bidrage til samfundet | Contributing to society
  timeFreedom  | Mer fritid        | Mer fritid       | Mere fritid       | More free time
  travel       | Se verden         | Se världen       | Se verden         | Seeing the world
`)

export const attitudes = optionTable(`
  brandLoyal   | Merkelojal        | Märkestrogen     | Mærkeloyal        | Brand-loyal
  cautious     | Forsiktig         | Försiktig        | Forsigtig         | Cautious
  earlyAdopter | Tidlig ute        | Tidig användare  | Tidlig bruger     | Early adopter
  ecoConscious | Miljøbevisst      | Miljömedveten    | Miljøbevidst      | Environmentally aware
  localFirst   | Handler lokalt    | Handlar lokalt   | Handler lokalt    | Buys local
  priceConscious | Prisbevisst     | Prismedveten     | Prisbevidst       | Price-conscious
  privacyAware | Opptatt av personvern | Mån om integritet | Optaget af privatliv | Privacy-aware
  qualityFirst | Kvalitetsbevisst  | Kvalitetsmedveten | Kvalitetsbevidst | Quality-conscious
  sceptical    | Skeptisk          | Skeptisk         | Skeptisk          | Sceptical
`)

/** The poles of the five-factor model. */
export const personalities = optionTable(`
  open         | Åpen for nytt     | Öppen för nytt   | Åben for nyt      | Open to experience
  conventional | Konvensjonell     | Konventionell    | Konventionel      | Conventional
  conscientious | Samvittighetsfull | Samvetsgrann    | Samvittighedsfuld | Conscientious
  spontaneous  | Spontan           | Spontan          | Spontan           | Spontaneous
  extrovert    | Utadvendt         | Utåtriktad       | Udadvendt         | Extrovert
  introvert    | Innadvendt        | Inåtvänd         | Indadvendt        | Introvert
  agreeable    | Medmenneskelig    | Vänlig           | Venlig            | Agreeable
  competitive  | Konkurrerende     | Tävlingsinriktad | Konkurrerende     | Competitive
  sensitive    | Sårbar            | Känslig          | Følsom            | Sensitive
  stable       | Emosjonelt stabil | Emotionellt stabil | Følelsesmæssigt stabil | Emotionally stable
`)

export const pains = optionTable(`
  lackOfTime   | For lite tid      | För lite tid     | For lidt tid      | Too little time
  highCosts    | For dyrt          | För dyrt         | For dyrt          | Too expensive
  complexity   | For komplisert    | För komplicerat  | For kompliceret   | Too complicated
  lackOfOverview | Mangler oversikt | Saknar överblick | Mangler overblik | No overview
  poorService  | Dårlig service    | Dålig service    | Dårlig service    | Poor service
  poorQuality  | Dårlig kvalitet   | Dålig kvalitet   | Dårlig kvalitet   | Poor quality
  waiting      | Lang ventetid     | Lång väntetid    | Lang ventetid     | Long waits
  manualWork   | Manuelt arbeid    | Manuellt arbete  | Manuelt arbejde   | Manual work
  lackOfKnowledge | Mangler kunnskap | Saknar kunskap | Mangler viden     | Missing knowledge
  tooManyChoices | For mange valg  | För många val    | For mange valg    | Too many choices
`)

export const fears = optionTable(`
  wrongChoice  | Å velge feil      | Att välja fel    | At vælge forkert  | Choosing wrong
  losingMoney  | Å tape penger     | Att förlora pengar | At miste penge  | Losing money
  missingOut   | Å gå glipp av noe | Att missa något  | At gå glip af noget | Missing out
  fraud        | Svindel           | Bedrägeri        | Svindel           | Fraud
  privacyLoss  | Misbruk av data   | Missbruk av data | Misbrug af data   | Misuse of data
  failing      | Å mislykkes       | Att misslyckas   | At fejle          | Failing
  losingControl | Å miste kontroll | Att tappa kontrollen | At miste kontrollen | Losing control
  lockIn       | Å bli bundet      | Att bli inlåst   | At blive bundet   | Being locked in
  change       | Forandring        | Förändring       | Forandring        | Change
  losingJob    | Å miste jobben    | Att förlora jobbet | At miste jobbet | Losing the job
`)

export const religions = optionTable(`
  none         | Ingen             | Ingen            | Ingen             | None
  protestant   | Protestantisk     | Protestantisk    | Protestantisk     | Protestant
  catholic     | Katolsk           | Katolsk          | Katolsk           | Catholic
  orthodox     | Ortodoks          | Ortodox          | Ortodoks          | Orthodox
  otherChristian | Annen kristen   | Annan kristen    | Anden kristen     | Other Christian
  muslim       | Muslimsk          | Muslimsk         | Muslimsk          | Muslim
  jewish       | Jødisk            | Judisk           | Jødisk            | Jewish
  hindu        | Hinduistisk       | Hinduisk         | Hinduistisk       | Hindu
  buddhist     | Buddhistisk       | Buddhistisk      | Buddhistisk       | Buddhist
  sikh         | Sikhisk           | Sikhisk          | Sikhisk           | Sikh
  humanist     | Humanetisk        | Humanistisk      | Humanistisk       | Humanist
  other        | Annet             | Annat            | Andet             | Other
`)

export const politics = optionTable(`
  left         | Venstresiden      | Vänster          | Venstrefløjen     | Left
  centreLeft   | Sentrum-venstre   | Mitten-vänster   | Centrum-venstre   | Centre-left
  centre       | Sentrum           | Mitten           | Midten            | Centre
  centreRight  | Sentrum-høyre     | Mitten-höger     | Centrum-højre     | Centre-right
  right        | Høyresiden        | Höger            | Højrefløjen       | Right
  green        | Grønn             | Grön             | Grøn              | Green
  none         | Ingen             | Ingen            | Ingen             | None
`)
