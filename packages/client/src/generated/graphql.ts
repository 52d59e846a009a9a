/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** An amount of money. */
export type AmountInput = {
  /** How much, in the currency. */
  amount: number;
  /** ISO 4217, such as NOK. */
  currency: string;
};

/** Judged by a seller. */
export type AnswerCriterionInput = {
  /** How answers to it age; without it they count in full for ever. */
  decay?: DecayInput | null | undefined;
  /** The key of one of the scorecard's groups, which caps what its criteria give together. */
  group?: string | null | undefined;
  /** Its name in the scorecard. */
  key: string;
  /** Its name for people. */
  label: LocalizedTextInput;
  /** What 1 point stands for. */
  one: LocalizedTextInput;
  /** What to ask. */
  question: LocalizedTextInput;
  /** What 2 points stand for. */
  two: LocalizedTextInput;
  /** How much its points count, more than 0 and at most 1,000; 1 when not given. */
  weight?: number;
  /** What 0 points stand for. */
  zero: LocalizedTextInput;
};

/** Whom an anti-profile disqualifies. */
export type AntiProfileMatch =
  /** Those who have all of its traits: one disqualifier for each anti-profile. */
  | 'ALL_TRAITS'
  /** Those who have one of its traits: a disqualifier for each trait. */
  | 'ANY_TRAIT';

/** A new key. */
export type ApiKeyCreateInput = {
  /** What the source of its events is called, 1 to 60 characters; `web` when not given. */
  eventSource?: string | null | undefined;
  /** When it ends by itself. */
  expiresAt?: string | null | undefined;
  /** What it is for. */
  kind: ApiKeyKind;
  /** The languages it answers in pages; all of the workspace when not given. */
  locales?: Array<Locale> | null | undefined;
  /** Its name for people, 1 to 100 characters. */
  name: string;
  /** The origins it answers, such as `https://intranet.example`. Needed for a publishable key. */
  origins?: Array<string> | null | undefined;
  /** What a secret key may be used for, at most what its maker may; all of the maker's when not given. */
  scopes?: Array<KeyScope> | null | undefined;
  /** Of a publishable key: whether pages may send events with it; they tell what was done, never who somebody is. No when not given. */
  writesEvents?: boolean | null | undefined;
};

/** What a key is for. */
export type ApiKeyKind =
  /** For a page in anybody's browser: published and public content only, named origins only. */
  | 'PUBLISHABLE'
  /** For a server: what its scopes say. */
  | 'SECRET';

/** A part of the percent scale. */
export type BandInput = {
  /** Where it begins, in percent; the first at 0. */
  from: number;
  /** Its name in the scorecard. */
  key: string;
  /** Its name for people. */
  label: LocalizedTextInput;
};

/** A stretch of the calendar, in UTC; weeks begin on Monday. */
export type CalendarPeriod =
  /** The month before. */
  | 'LAST_MONTH'
  /** The quarter before. */
  | 'LAST_QUARTER'
  /** The week before. */
  | 'LAST_WEEK'
  /** The year before. */
  | 'LAST_YEAR'
  /** This month. */
  | 'THIS_MONTH'
  /** This quarter of the year. */
  | 'THIS_QUARTER'
  /** This week. */
  | 'THIS_WEEK'
  /** This year. */
  | 'THIS_YEAR'
  /** This day. */
  | 'TODAY'
  /** The day before. */
  | 'YESTERDAY';

/** Criteria that together give at most so many points. */
export type CriterionGroupInput = {
  /** The most points its criteria give together, weights included; more than 0. */
  cap: number;
  /** Its name in the scorecard. */
  key: string;
  /** Its name for people. */
  label: LocalizedTextInput;
};

/** A criterion, made in one of these ways. */
export type CriterionInput =
  {   /** By a seller. */
  answer: AnswerCriterionInput; rule?: never; starter?: never; trait?: never; }
  |  { answer?: never;   /** By rules of its own. */
  rule: RuleCriterionInput; starter?: never; trait?: never; }
  |  { answer?: never; rule?: never;   /** One that every scorecard starts with. */
  starter: StarterCriterionInput; trait?: never; }
  |  { answer?: never; rule?: never; starter?: never;   /** From a trait of the scorecard's profile. */
  trait: TraitCriterionInput; };

/** How a criterion is judged. */
export type CriterionKind =
  /** By a seller who answers 0, 1 or 2. */
  | 'ANSWER'
  /** By a rule over what is known of the customer. */
  | 'RULE';

/** Whether a criterion could be judged. */
export type CriterionState =
  /** It has points. */
  | 'KNOWN'
  /** What it needs is not known, or its seller has not answered. */
  | 'UNKNOWN';

/** A test of an instant against now. */
export type DaysTestInput = {
  /** Days of 24 hours. */
  days: number;
  /** What is looked at. */
  field: RuleFieldInput;
};

/** What deals come to. */
export type DealFigure =
  /** How many there are: a number, 0 where there are none. */
  | 'COUNT'
  /** The first of their days: an instant. */
  | 'FIRST'
  /** The last of their days: an instant. */
  | 'LAST'
  /** The sum of their values, in the currency it is compared in. */
  | 'SUM';

/** Which deals count. */
export type DealScopeInput = {
  /** As if it were this day; today when not given. */
  asOf?: string | null | undefined;
  /** What values are summed in, ISO 4217; the workspace's when not given. */
  currency?: string | null | undefined;
  /** Only deals this source told of: the `--source` of their import. */
  source?: string | null | undefined;
};

/** What the stage of a deal means. */
export type DealStatus =
  /** The customer does not buy. */
  | 'LOST'
  /** Neither won nor lost yet. */
  | 'OPEN'
  /** The customer has bought. */
  | 'WON';

/** What a customer's deals come to, without those in the archive. A deal is of the day it closed, else opened. */
export type DealsFieldInput = {
  /** What they come to. */
  figure?: DealFigure;
  /** Only those of the product of this key. */
  product?: string | null | undefined;
  /** Only those in this stage, by the seller's own name for it. */
  stage?: string | null | undefined;
  /** Only those that are so. */
  status?: DealStatus | null | undefined;
  /** Only those of then; all when not given. */
  window?: RuleWindowInput | null | undefined;
};

/** How an answer ages: what no longer counts of it is unknown, and is asked anew. */
export type DecayInput = {
  /** It counts in full for so many days, 0 or more. */
  freshDays: number;
  /** From so many days on it is unknown; between the two it counts less each day. */
  staleDays: number;
};

/** A reason not to sell to a customer, whatever its points. */
export type DisqualifierInput = {
  /** Its name in the scorecard. */
  key: string;
  /** The reason for people. */
  reason: LocalizedTextInput;
  /** When it holds. */
  rule: RuleInput;
};

/** A test of a field alone. */
export type FieldTestInput = {
  /** What is looked at. */
  field: RuleFieldInput;
};

/** How well a customer fits, as the fits that are kept have it; not in the rules of scorecards. */
export type FitFieldInput = {
  /** What of it is looked at. */
  figure?: FitFigure;
  /** The slug of a published scorecard. */
  scorecard: string;
};

/** What of a fit is looked at. */
export type FitFigure =
  /** The band's key. */
  | 'BAND'
  /** The points in percent of the maximum. */
  | 'PERCENT'
  /** The points. */
  | 'POINTS'
  /** `scored`, `disqualified` or `insufficientData`. */
  | 'STATUS'
  /** Whether the threshold is reached: `yes`, `no` or `undecided`. */
  | 'THRESHOLD';

/** Whether a fit can be relied on. */
export type FitStatus =
  /** A disqualifier holds; its reason is named. */
  | 'DISQUALIFIED'
  /** Less is known than the scorecard's coverage floor asks. */
  | 'INSUFFICIENT_DATA'
  /** Enough is known. */
  | 'SCORED';

/** What interactions come to. */
export type InteractionFigure =
  /** The average of the numbers in a property. */
  | 'AVERAGE'
  /** How many there are: a number, 0 where there are none. */
  | 'COUNT'
  /** When the first of them was: an instant. */
  | 'FIRST'
  /** When the last of them was: an instant. */
  | 'LAST'
  /** The sum of the numbers in a property. */
  | 'SUM';

/** What a customer's interactions come to. */
export type InteractionsFieldInput = {
  /** What they come to. */
  figure?: InteractionFigure;
  /** The event's name, `page` or `screen`; of any name when not given. */
  name?: string | null | undefined;
  /** Of a sum or an average: the property whose numbers are taken. */
  property?: string | null | undefined;
  /** Only those of then; all when not given. */
  window?: RuleWindowInput | null | undefined;
};

/** What a secret key may be used for; none includes another. */
export type KeyScope =
  /** Manage keys, members, trusted documents and the workspace. */
  | 'ADMIN'
  /** Publish, review and plan releases. */
  | 'CONTENT_PUBLISH'
  /** Read profiles, drafts included, with their internal fields, and what they are made of. */
  | 'CONTENT_READ'
  /** Write profiles, templates, pictures, products and segments. */
  | 'CONTENT_WRITE'
  /** Read customers. */
  | 'CUSTOMERS_READ'
  /** Import customers and deals. */
  | 'CUSTOMERS_WRITE'
  /** Send events, as tracking clients of servers do. */
  | 'EVENTS_WRITE'
  /** Read figures over all customers. */
  | 'INSIGHT_READ'
  /** Read scorecards and fits. */
  | 'SCORECARDS_READ'
  /** Write, publish and answer scorecards. */
  | 'SCORECARDS_WRITE';

/** A test against several options; an empty list matches nothing. */
export type ListTestInput = {
  /** What is looked at. */
  field: RuleFieldInput;
  /** Keys of options, or texts. */
  values: Array<string>;
};

/** A language that content can be written in, by its BCP 47 tag. */
export type Locale =
  /** Danish. */
  | 'da'
  /** English. */
  | 'en'
  /** Norwegian bokmål. */
  | 'nb'
  /** Swedish. */
  | 'sv';

/** A list of texts in the languages it is written in. */
export type LocalizedListInput = {
  /** In Danish. */
  da?: Array<string> | null | undefined;
  /** In English. */
  en?: Array<string> | null | undefined;
  /** In Norwegian bokmål. */
  nb?: Array<string> | null | undefined;
  /** In Swedish. */
  sv?: Array<string> | null | undefined;
};

/** A text in the languages it is written in. */
export type LocalizedTextInput = {
  /** In Danish. */
  da?: string | null | undefined;
  /** In English. */
  en?: string | null | undefined;
  /** In Norwegian bokmål. */
  nb?: string | null | undefined;
  /** In Swedish. */
  sv?: string | null | undefined;
};

/** What customers are ranked by. */
export type Measure =
  /** CLV: revenue of the last 365 days × years as a customer (tenure / 365.25, at least 1). */
  | 'LIFETIME_VALUE'
  /** Margin: revenue − cost of goods − acquisition cost − cost to serve; a cost that is not known counts 0, and at least one has to be known. */
  | 'MARGIN'
  /** Margin rate: margin / revenue, where the revenue is above 0. */
  | 'MARGIN_RATE'
  /** NPS answer: the latest answer, 0–10: 9–10 promoter, 7–8 passive, 0–6 detractor. */
  | 'NPS'
  /** Referrals made: the number of customers it has sent. */
  | 'REFERRALS_MADE'
  /** Revenue: the net amount of its orders less credit notes; without orders the value of won deals. */
  | 'REVENUE'
  /** Tenure: days since the first purchase: a won deal or an order. */
  | 'TENURE_DAYS'
  /** Win rate: won / (won + lost); open deals do not count. */
  | 'WIN_RATE'
  /** Won deals: the number of won deals. */
  | 'WON_DEALS'
  /** Won value: the sum of the value of won deals. */
  | 'WON_VALUE';

/** How much each measure counts, 0 or more; those left out count nothing. */
export type MixInput = {
  /** revenue of the last 365 days × years as a customer (tenure / 365.25, at least 1) */
  lifetimeValue?: number | null | undefined;
  /** revenue − cost of goods − acquisition cost − cost to serve; a cost that is not known counts 0, and at least one has to be known */
  margin?: number | null | undefined;
  /** margin / revenue, where the revenue is above 0 */
  marginRate?: number | null | undefined;
  /** the latest answer, 0–10: 9–10 promoter, 7–8 passive, 0–6 detractor */
  nps?: number | null | undefined;
  /** the number of customers it has sent */
  referralsMade?: number | null | undefined;
  /** the net amount of its orders less credit notes; without orders the value of won deals */
  revenue?: number | null | undefined;
  /** days since the first purchase: a won deal or an order */
  tenureDays?: number | null | undefined;
  /** won / (won + lost); open deals do not count */
  winRate?: number | null | undefined;
  /** the number of won deals */
  wonDeals?: number | null | undefined;
  /** the sum of the value of won deals */
  wonValue?: number | null | undefined;
};

/** An amount in a currency; amounts in different currencies do not compare. */
export type MoneyInput = {
  /** The amount. */
  amount: number;
  /** ISO 4217: `NOK`. */
  currency: string;
};

/** A test of the people of a company. */
export type PeopleTestInput = {
  /** Of how many, 1 to 1000. */
  atLeast?: number;
  /** What holds of each of them. */
  rule: RuleInput;
};

/** A test of an instant against the calendar, in UTC. */
export type PeriodTestInput = {
  /** What is looked at. */
  field: RuleFieldInput;
  /** When. */
  period: CalendarPeriod;
};

/** A new profile. */
export type ProfileCreateInput = {
  /** Values of the template's fields. */
  fields?: Array<ProfileFieldInput> | null | undefined;
  /** What it describes. */
  kind: ProfileKind;
  /** What it points at. */
  links?: ProfileLinksInput | null | undefined;
  /** Its name. */
  name: LocalizedTextInput;
  /** Its face; null takes it away, and initials stand in. */
  picture?: ProfilePictureInput | null | undefined;
  /** What such a customer says. */
  quote?: LocalizedTextInput | null | undefined;
  /** Its name in addresses; made from the name when not given. */
  slug?: string | null | undefined;
  /** What it is about, in short. */
  summary?: LocalizedTextInput | null | undefined;
  /** The key of the template it starts from; see `templates`. */
  template: string;
  /** What is expected of such a customer; all of them. */
  traits?: Array<TraitInput> | null | undefined;
};

/** What stands in one of the template's fields: the value that its kind asks for. Languages that are not given stay. */
export type ProfileFieldInput = {
  /** Takes the value away, in all languages. */
  clear?: boolean | null | undefined;
  /** Of a list. */
  items?: LocalizedListInput | null | undefined;
  /** The field's key in the template. */
  key: string;
  /** Of a link. */
  link?: ProfileLinkInput | null | undefined;
  /** Of an amount. */
  money?: AmountInput | null | undefined;
  /** Of a number, in the field's unit. */
  number?: number | null | undefined;
  /** Of a choice: the keys of the options. */
  options?: Array<string> | null | undefined;
  /** Of a picture. */
  picture?: ProfilePictureInput | null | undefined;
  /** Of a short or long text or a quote. */
  text?: LocalizedTextInput | null | undefined;
  /** Who may read it, where the template's own is not wanted. */
  visibility?: Visibility | null | undefined;
};

/** What a profile describes. */
export type ProfileKind =
  /** The customer not to chase, company or person: costs more than it brings, leaves soon or needs what you do not have. It saves sales time. The other profiles link to it to show where the line goes. */
  | 'ANTI_PROFILE'
  /** The company you most want to sell to: industry, size, finances and how it decides. It helps sales choose whom to call. The people in the company are described in personas. */
  | 'IDEAL_CUSTOMER_PROFILE'
  /** One person who buys, uses or decides: role, goals, worries and channels. It helps those who write and sell to speak to somebody. The company around is described in an ideal customer profile, a whole group of consumers in a target market. */
  | 'PERSONA'
  /** A group of consumers with something in common: age, home, income, interests and habits. It helps marketing choose where and how you are seen. The group gets its faces from the personas it links to. */
  | 'TARGET_MARKET';

/** A link. */
export type ProfileLinkInput = {
  /** The words to click on. */
  label?: LocalizedTextInput | null | undefined;
  /** The address: http, https or mailto. */
  url: string;
};

/** What a profile points at; what is not given stays. */
export type ProfileLinksInput = {
  /** Anti-profiles it is told apart from. */
  contrasts?: Array<string | number> | null | undefined;
  /** Profiles of the kind persona: the people in it. */
  personas?: Array<string | number> | null | undefined;
  /** Keys of the products it is for. */
  products?: Array<string> | null | undefined;
  /** The scorecard that measures its fit. */
  scorecard?: string | number | null | undefined;
  /** The segment of its customers. */
  segment?: string | number | null | undefined;
};

/** A picture of the workspace. */
export type ProfilePictureInput = {
  /** What it shows, for those who do not see it. */
  alt?: LocalizedTextInput | null | undefined;
  /** Its hash, as `POST /v1/pictures` answered it. */
  hash: string;
};

/** A test against two values, both included. */
export type RangeTestInput = {
  /** What is looked at. */
  field: RuleFieldInput;
  /** The least that holds. */
  from: RuleValueInput;
  /** The most that holds. */
  to: RuleValueInput;
};

/** From and to, both included; either may be left open. */
export type RuleBetweenInput = {
  /** A day in UTC (`2026-03-01`) or an instant (`2026-03-01T12:00:00Z`). */
  from?: string | null | undefined;
  /** The same. */
  to?: string | null | undefined;
};

/** Judged by rules over what is known of the customer. */
export type RuleCriterionInput = {
  /** The key of one of the scorecard's groups, which caps what its criteria give together. */
  group?: string | null | undefined;
  /** Its name in the scorecard. */
  key: string;
  /** Its name for people. */
  label: LocalizedTextInput;
  /** Gives 1 point where it holds and `two` does not. */
  one?: RuleInput | null | undefined;
  /** What to ask while it is not known. */
  question?: LocalizedTextInput | null | undefined;
  /** Gives 2 points where it holds. */
  two: RuleInput;
  /** How much its points count, more than 0 and at most 1,000; 1 when not given. */
  weight?: number;
};

/** What a test looks at. */
export type RuleFieldInput =
  {   /** The key of an attribute; see `attributes`. */
  attribute: string; consent?: never; deals?: never; fit?: never; interactions?: never; metric?: never; }
  |  { attribute?: never;   /** The key of a purpose: where the customer stands on it, `given`, `denied`, `withdrawn`, `expired` or `none`. */
  consent: string; deals?: never; fit?: never; interactions?: never; metric?: never; }
  |  { attribute?: never; consent?: never;   /** What its deals come to. */
  deals: DealsFieldInput; fit?: never; interactions?: never; metric?: never; }
  |  { attribute?: never; consent?: never; deals?: never;   /** How well it fits by a published scorecard. */
  fit: FitFieldInput; interactions?: never; metric?: never; }
  |  { attribute?: never; consent?: never; deals?: never; fit?: never;   /** What the interactions come to that its timeline has. */
  interactions: InteractionsFieldInput; metric?: never; }
  |  { attribute?: never; consent?: never; deals?: never; fit?: never; interactions?: never;   /** A key of `metrics`, such as `wonValue` or `margin`. */
  metric: string; };

/** A test over what is known of a customer, or several of them. What is not known makes a test false. */
export type RuleInput =
  {   /** All of these hold; an empty list always does. */
  all: Array<RuleInput>; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never;   /** At least one of these holds; an empty list never does. */
  any: Array<RuleInput>; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never;   /** This or more. */
  atLeast: ValueTestInput; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never;   /** This or less. */
  atMost: ValueTestInput; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never;   /** From one to another, both included. */
  between: RangeTestInput; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never;   /** Of a person: this holds of its company. */
  company: RuleInput; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never;   /** A text with this in it. */
  contains: TextTestInput; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never;   /** In a day, week, month, quarter or year of the calendar. */
  during: PeriodTestInput; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never;   /** A text that ends with this. */
  endsWith: TextTestInput; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never;   /** In the segment of this slug. */
  inSegment: string; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never;   /** All of these, of an attribute with several options. */
  includesAll: ListTestInput; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never;   /** Exactly this value. */
  is: ValueTestInput; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never;   /** Something is known. */
  isKnown: FieldTestInput; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never;   /** Another value, or none. */
  isNot: ValueTestInput; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never;   /** Nothing is known. */
  isUnknown: FieldTestInput; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never;   /** Less than this. */
  lessThan: ValueTestInput; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never;   /** More than this. */
  moreThan: ValueTestInput; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never;   /** None of these. */
  noneOf: ListTestInput; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never;   /** This does not hold. */
  not: RuleInput; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never;   /** Longer ago than so many days. */
  olderThanDays: DaysTestInput; oneOf?: never; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never;   /** One of these. */
  oneOf: ListTestInput; people?: never; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never;   /** Of a company: a rule holds of so many of its people. */
  people: PeopleTestInput; startsWith?: never; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never;   /** A text that begins with this. */
  startsWith: TextTestInput; withinDays?: never; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never;   /** In the last so many days. */
  withinDays: DaysTestInput; withinNextDays?: never; }
  |  { all?: never; any?: never; atLeast?: never; atMost?: never; between?: never; company?: never; contains?: never; during?: never; endsWith?: never; inSegment?: never; includesAll?: never; is?: never; isKnown?: never; isNot?: never; isUnknown?: never; lessThan?: never; moreThan?: never; noneOf?: never; not?: never; olderThanDays?: never; oneOf?: never; people?: never; startsWith?: never; withinDays?: never;   /** In the next so many days. */
  withinNextDays: DaysTestInput; };

/** What a test compares with; of the type of its field. */
export type RuleValueInput =
  {   /** Of a yes or no. */
  boolean: boolean; money?: never; number?: never; text?: never; time?: never; }
  |  { boolean?: never;   /** Of an amount. */
  money: MoneyInput; number?: never; text?: never; time?: never; }
  |  { boolean?: never; money?: never;   /** Of a number or a metric, in its unit. */
  number: number; text?: never; time?: never; }
  |  { boolean?: never; money?: never; number?: never;   /** Of a text, or the key of an option. */
  text: string; time?: never; }
  |  { boolean?: never; money?: never; number?: never; text?: never;   /** Of an instant. */
  time: string; };

/** When what counts has to have happened. */
export type RuleWindowInput =
  {   /** From and to. */
  between: RuleBetweenInput; during?: never; lastDays?: never; }
  |  { between?: never;   /** In a period of the calendar. */
  during: CalendarPeriod; lastDays?: never; }
  |  { between?: never; during?: never;   /** In the last so many days of 24 hours. */
  lastDays: number; };

/** A new scorecard. Without criteria it has those it begins from: need, timeline, budget and authority where nothing is named. */
export type ScorecardCreateInput = {
  /** All its bands from low to high. */
  bands?: Array<BandInput> | null | undefined;
  /** The share of the weights that must be known, 0 to 1. */
  coverageFloor?: number | null | undefined;
  /** All its criteria in order. */
  criteria?: Array<CriterionInput> | null | undefined;
  /** All its disqualifiers. */
  disqualifiers?: Array<DisqualifierInput> | null | undefined;
  /** A profile to begin from. */
  fromProfile?: ScorecardFromProfileInput | null | undefined;
  /** The key of one of `scorecardTemplates` to begin from. */
  fromTemplate?: string | null | undefined;
  /** All its groups. */
  groups?: Array<CriterionGroupInput> | null | undefined;
  /** Its name; needed where it begins from neither template nor profile. */
  name?: LocalizedTextInput | null | undefined;
  /** The profile whose fit it measures, and whose traits criteria are made of. */
  profile?: string | number | null | undefined;
  /** Its name in addresses; made from the name when not given. */
  slug?: string | null | undefined;
  /** The points a customer must reach, 0 to the maximum. */
  threshold?: number | null | undefined;
};

/** A profile to begin from; `scorecardFromProfile` shows what that gives. */
export type ScorecardFromProfileInput = {
  /** Whom an anti-profile disqualifies. */
  antiProfiles?: AntiProfileMatch;
  /** The profile. The scorecard measures its fit. */
  profile: string | number;
};

/** One of the criteria every scorecard starts with, answered by a seller. */
export type StarterCriterionInput = {
  /** How answers to it age; without it they count in full for ever. */
  decay?: DecayInput | null | undefined;
  /** The key of one of the scorecard's groups, which caps what its criteria give together. */
  group?: string | null | undefined;
  /** `need`, `timeline`, `budget` or `authority`. */
  key: string;
  /** How much its points count, more than 0 and at most 1,000; 1 when not given. */
  weight?: number | null | undefined;
};

/** A test against part of a text, in any case. */
export type TextTestInput = {
  /** What is looked at. */
  field: RuleFieldInput;
  /** The part. */
  text: string;
};

/** Whether the threshold is reached. */
export type ThresholdAnswer =
  /** Out of reach, whatever the unknown turns out to be. */
  | 'NO'
  /** The unknown decides it. */
  | 'UNDECIDED'
  /** Reached, whatever the unknown turns out to be. */
  | 'YES';

/** 2 points where a trait of the scorecard's profile holds. */
export type TraitCriterionInput = {
  /** The key of one of the scorecard's groups, which caps what its criteria give together. */
  group?: string | null | undefined;
  /** The trait's key. */
  key: string;
  /** How much its points count, more than 0 and at most 1,000; 1 when not given. */
  weight?: number | null | undefined;
};

/** An expectation on a customer. */
export type TraitInput = {
  /** Its name in the profile: `employees`; that of a trait field where it fills one. */
  key: string;
  /** What it is about. */
  label: LocalizedTextInput;
  /** What is expected, as it is tested on a customer. */
  rule: RuleInput;
  /** Who may read it; everybody when not given. A sensitive attribute never leaves the workspace. */
  visibility?: Visibility | null | undefined;
  /** What is expected; the rule says it where this does not. */
  words?: LocalizedTextInput | null | undefined;
};

/** A test against one value. */
export type ValueTestInput = {
  /** What is looked at. */
  field: RuleFieldInput;
  /** What it is compared with. */
  value: RuleValueInput;
};

/** Who may read a field. */
export type Visibility =
  /** The workspace's own people and servers. */
  | 'INTERNAL'
  /** Partners a profile is shared with, too. */
  | 'PARTNER'
  /** Everybody. */
  | 'PUBLIC';

export type BestCustomersQueryVariables = Exact<{
  first: number;
  scope?: DealScopeInput | null | undefined;
  mix?: MixInput | null | undefined;
}>;


export type BestCustomersQuery = { bestCustomers: Array<{ rank: number, score: number, customer: { id: string, name: string }, metrics: { wonValue: number, wonDeals: number, lostDeals: number, winRate: number | null, tenureDays: number | null }, parts: Array<{ measure: Measure, value: number, weight: number, percentRank: number }> }>, paretoShare: { customers: number, total: number, topCustomers: number, topShare: number, customersFor80Percent: number, gini: number } | null, dealsSummary: { won: number, lost: number, open: number, withoutCustomer: number, winRate: number | null, wonValue: number, averageWonDeal: number | null, medianWonDeal: number | null, averageDaysToWin: number | null, averageDaysToLose: number | null, otherCurrencies: Array<string> } };

export type CreateKeyMutationVariables = Exact<{
  input: ApiKeyCreateInput;
}>;


export type CreateKeyMutation = { apiKeyCreate:
    | { __typename: 'ApiKeyCreateSuccess', newApiKey: { text: string } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'InvalidInput', message: string, path: Array<string>, problems: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
   };

export type CreateProfileMutationVariables = Exact<{
  input: ProfileCreateInput;
}>;


export type CreateProfileMutation = { profileCreate:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'InvalidInput', message: string, path: Array<string>, problems: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ProfileCreateSuccess', profile: { id: string, slug: string, latestRevision: number | null } }
   };

export type PublishProfileMutationVariables = Exact<{
  id: string | number;
  expectedRevision: number;
  locales?: Array<Locale> | Locale | null | undefined;
}>;


export type PublishProfileMutation = { profilePublish:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'InvalidInput', message: string, path: Array<string>, problems: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ProfilePublishSuccess', profile: { id: string, slug: string, publishedLocales: Array<Locale>, latestRevision: number | null } }
    | { __typename: 'RevisionConflict', expectedRevision: number, currentRevision: number, message: string, path: Array<string> }
   };

export type ReadProfileQueryVariables = Exact<{
  slug: string;
  locale?: Locale | null | undefined;
}>;


export type ReadProfileQuery = { profile: { id: string, slug: string, kind: ProfileKind, revision: number, publishedAt: string | null, resolvedLocale: Locale, name: string, summary: string | null, quote: string | null, traits: Array<{ key: string, label: string, words: string }>, sections: Array<{ key: string, title: string, fields: Array<{ key: string, label: string, text: string | null, items: Array<string> | null }> }> } | null };

export type CreateScorecardMutationVariables = Exact<{
  input: ScorecardCreateInput;
}>;


export type CreateScorecardMutation = { scorecardCreate:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'InvalidInput', message: string, path: Array<string>, problems: Array<{ message: string, path: Array<string> }> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'ScorecardCreateSuccess', scorecard: { id: string, slug: string, latestRevision: number, maximum: number, criteria: Array<{ key: string, kind: CriterionKind, sentence: string | null }> } }
   };

export type PublishScorecardMutationVariables = Exact<{
  id: string | number;
  expectedRevision: number;
}>;


export type PublishScorecardMutation = { scorecardPublish:
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'InvalidInput', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
    | { __typename: 'RevisionConflict', expectedRevision: number, currentRevision: number, message: string, path: Array<string> }
    | { __typename: 'ScorecardPublishSuccess', scorecard: { id: string, slug: string, publishedRevision: number | null } }
   };

export type ListFitsQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
  locale?: Locale | null | undefined;
}>;


export type ListFitsQuery = { scorecard: { name: string, threshold: number, maximum: number, fits: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ status: FitStatus, points: number, coverage: number, meetsThreshold: ThresholdAnswer, customer: { id: string, name: string }, range: { low: number, high: number }, band: { key: string, label: string } | null, criteria: Array<{ key: string, state: CriterionState, points: number | null, explanation: string }>, nextQuestion: { criterion: string, question: string } | null }> } } | null };

export type AnswerCriterionMutationVariables = Exact<{
  scorecard: string | number;
  customer: string | number;
  criterion: string;
  points?: number | null | undefined;
  note: string;
}>;


export type AnswerCriterionMutation = { criterionAnswer:
    | { __typename: 'CriterionAnswerSuccess', fit: { points: number, coverage: number, meetsThreshold: ThresholdAnswer, range: { low: number, high: number }, nextQuestion: { criterion: string, question: string } | null } }
    | { __typename: 'Forbidden', message: string, path: Array<string> }
    | { __typename: 'InvalidInput', message: string, path: Array<string> }
    | { __typename: 'NotFound', message: string, path: Array<string> }
   };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const BestCustomersDocument = new TypedDocumentString(`
    query BestCustomers($first: Int!, $scope: DealScopeInput, $mix: MixInput) {
  bestCustomers(first: $first, scope: $scope, mix: $mix) {
    rank
    score
    customer {
      id
      name
    }
    metrics {
      wonValue
      wonDeals
      lostDeals
      winRate
      tenureDays
    }
    parts {
      measure
      value
      weight
      percentRank
    }
  }
  paretoShare(share: 0.2, scope: $scope) {
    customers
    total
    topCustomers
    topShare
    customersFor80Percent
    gini
  }
  dealsSummary(scope: $scope) {
    won
    lost
    open
    withoutCustomer
    winRate
    wonValue
    averageWonDeal
    medianWonDeal
    averageDaysToWin
    averageDaysToLose
    otherCurrencies
  }
}
    `) as unknown as TypedDocumentString<BestCustomersQuery, BestCustomersQueryVariables>;
export const CreateKeyDocument = new TypedDocumentString(`
    mutation CreateKey($input: ApiKeyCreateInput!) {
  apiKeyCreate(input: $input) {
    __typename
    ... on ApiKeyCreateSuccess {
      newApiKey {
        text
      }
    }
    ... on InvalidInput {
      problems {
        message
        path
      }
    }
    ... on Problem {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateKeyMutation, CreateKeyMutationVariables>;
export const CreateProfileDocument = new TypedDocumentString(`
    mutation CreateProfile($input: ProfileCreateInput!) {
  profileCreate(input: $input) {
    __typename
    ... on ProfileCreateSuccess {
      profile {
        id
        slug
        latestRevision
      }
    }
    ... on InvalidInput {
      problems {
        message
        path
      }
    }
    ... on Problem {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateProfileMutation, CreateProfileMutationVariables>;
export const PublishProfileDocument = new TypedDocumentString(`
    mutation PublishProfile($id: ID!, $expectedRevision: Int!, $locales: [Locale!]) {
  profilePublish(id: $id, expectedRevision: $expectedRevision, locales: $locales) {
    __typename
    ... on ProfilePublishSuccess {
      profile {
        id
        slug
        publishedLocales
        latestRevision
      }
    }
    ... on RevisionConflict {
      expectedRevision
      currentRevision
    }
    ... on InvalidInput {
      problems {
        message
        path
      }
    }
    ... on Problem {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PublishProfileMutation, PublishProfileMutationVariables>;
export const ReadProfileDocument = new TypedDocumentString(`
    query ReadProfile($slug: String!, $locale: Locale) {
  profile(slug: $slug, locale: $locale) {
    id
    slug
    kind
    revision
    publishedAt
    resolvedLocale
    name
    summary
    quote
    traits {
      key
      label
      words
    }
    sections {
      key
      title
      fields {
        key
        label
        text
        items
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadProfileQuery, ReadProfileQueryVariables>;
export const CreateScorecardDocument = new TypedDocumentString(`
    mutation CreateScorecard($input: ScorecardCreateInput!) {
  scorecardCreate(input: $input) {
    __typename
    ... on ScorecardCreateSuccess {
      scorecard {
        id
        slug
        latestRevision
        maximum
        criteria {
          key
          kind
          sentence
        }
      }
    }
    ... on InvalidInput {
      problems {
        message
        path
      }
    }
    ... on Problem {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<CreateScorecardMutation, CreateScorecardMutationVariables>;
export const PublishScorecardDocument = new TypedDocumentString(`
    mutation PublishScorecard($id: ID!, $expectedRevision: Int!) {
  scorecardPublish(id: $id, expectedRevision: $expectedRevision) {
    __typename
    ... on ScorecardPublishSuccess {
      scorecard {
        id
        slug
        publishedRevision
      }
    }
    ... on RevisionConflict {
      expectedRevision
      currentRevision
    }
    ... on Problem {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<PublishScorecardMutation, PublishScorecardMutationVariables>;
export const ListFitsDocument = new TypedDocumentString(`
    query ListFits($slug: String!, $first: Int!, $after: String, $locale: Locale) {
  scorecard(slug: $slug, locale: $locale) {
    name
    threshold
    maximum
    fits(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        customer {
          id
          name
        }
        status
        points
        range {
          low
          high
        }
        coverage
        meetsThreshold
        band {
          key
          label
        }
        criteria {
          key
          state
          points
          explanation
        }
        nextQuestion {
          criterion
          question
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ListFitsQuery, ListFitsQueryVariables>;
export const AnswerCriterionDocument = new TypedDocumentString(`
    mutation AnswerCriterion($scorecard: ID!, $customer: ID!, $criterion: String!, $points: Int, $note: String!) {
  criterionAnswer(
    scorecard: $scorecard
    customer: $customer
    criterion: $criterion
    points: $points
    note: $note
  ) {
    __typename
    ... on CriterionAnswerSuccess {
      fit {
        points
        range {
          low
          high
        }
        coverage
        meetsThreshold
        nextQuestion {
          criterion
          question
        }
      }
    }
    ... on Problem {
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerCriterionMutation, AnswerCriterionMutationVariables>;