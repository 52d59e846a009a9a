import { in4 } from '../../locales/locale.ts'
import { oneOf, type SegmentTemplate } from './template.ts'

/** Why customers buy, and what a brand is to them. */
export const typesTemplates: readonly SegmentTemplate[] = [
  {
    key: 'needDriven',
    view: 'typological',
    kind: undefined,
    name: in4('Behovskunder', 'Behovskunder', 'Behovskunder', 'Need-driven customers'),
    description: in4(
      'Kjøper når de trenger noe bestemt: hjelp dem å finne det fort.',
      'Köper när de behöver något bestämt: hjälp dem att hitta det snabbt.',
      'Køber, når de har brug for noget bestemt: hjælp dem med at finde det hurtigt.',
      'Buy when they need something certain: help them find it fast.',
    ),
    rule: oneOf('buyingPattern', 'need'),
  },
  {
    key: 'offerDriven',
    view: 'typological',
    kind: undefined,
    name: in4('Tilbudskunder', 'Erbjudandekunder', 'Tilbudskunder', 'Offer-driven customers'),
    description: in4(
      'Kjøper når prisen er satt ned: lojale mot tilbudet, ikke mot merket.',
      'Köper när priset är nedsatt: lojala mot erbjudandet, inte mot märket.',
      'Køber, når prisen er sat ned: loyale over for tilbuddet, ikke mærket.',
      'Buy when the price is cut: loyal to the offer, not to the brand.',
    ),
    rule: oneOf('buyingPattern', 'offer'),
  },
  {
    key: 'impulseDriven',
    view: 'typological',
    kind: undefined,
    name: in4('Impulskunder', 'Impulskunder', 'Impulskunder', 'Impulse customers'),
    description: in4(
      'Kjøper det de får lyst på der og da: gjør det lett å si ja.',
      'Köper det de får lust till för stunden: gör det lätt att säga ja.',
      'Køber det, de får lyst til her og nu: gør det let at sige ja.',
      'Buy what they fancy on the spot: make it easy to say yes.',
    ),
    rule: oneOf('buyingPattern', 'impulse'),
  },
  {
    key: 'loyal',
    view: 'typological',
    kind: undefined,
    name: in4('Lojale kunder', 'Lojala kunder', 'Loyale kunder', 'Loyal customers'),
    description: in4(
      'Kommer tilbake: få, men de står for mye av omsetningen. Ta vare på dem.',
      'Kommer tillbaka: få, men de står för mycket av omsättningen. Vårda dem.',
      'Kommer igen: få, men de står for meget af omsætningen. Pas på dem.',
      'Come back: few, but much of the revenue. Take care of them.',
    ),
    rule: oneOf('buyingPattern', 'loyalty'),
  },
  {
    key: 'practicalBrand',
    view: 'brandCharacteristics',
    kind: undefined,
    name: in4(
      'Praktisk forhold til merket',
      'Praktiskt förhållande till märket',
      'Praktisk forhold til mærket',
      'Practical relation to the brand',
    ),
    description: in4(
      'Velger merket for det det gjør: nytte, kvalitet og pris.',
      'Väljer märket för vad det gör: nytta, kvalitet och pris.',
      'Vælger mærket for det, det gør: nytte, kvalitet og pris.',
      'Choose the brand for what it does: use, quality and price.',
    ),
    rule: oneOf('brandRelation', 'practical'),
  },
  {
    key: 'personalBrand',
    view: 'brandCharacteristics',
    kind: undefined,
    name: in4(
      'Personlig forhold til merket',
      'Personligt förhållande till märket',
      'Personligt forhold til mærket',
      'Personal relation to the brand',
    ),
    description: in4(
      'Velger merket fordi det sier noe om hvem de er.',
      'Väljer märket för att det säger något om vilka de är.',
      'Vælger mærket, fordi det siger noget om, hvem de er.',
      'Choose the brand for what it says of who they are.',
    ),
    rule: oneOf('brandRelation', 'personal'),
  },
  {
    key: 'belongingBrand',
    view: 'brandCharacteristics',
    kind: undefined,
    name: in4(
      'Tilhørighet gjennom merket',
      'Tillhörighet genom märket',
      'Tilhørsforhold gennem mærket',
      'Belonging through the brand',
    ),
    description: in4(
      'Velger merket for fellesskapet det gir: klubb, miljø og andre som dem.',
      'Väljer märket för gemenskapen det ger: klubb, miljö och andra som de.',
      'Vælger mærket for det fællesskab, det giver: klub, miljø og andre som dem.',
      'Choose the brand for the company it gives: a club, a scene, others like them.',
    ),
    rule: oneOf('brandRelation', 'belonging'),
  },
]
