import type { Language } from '../language.ts'

interface NewsItem {
  readonly date: string
  /** The date as it is read. */
  readonly day: string
  readonly title: string
  readonly text: string
}

/** The front page's news, newest first. */
export const news = {
  nb: [
    {
      date: '2026-11-20',
      day: '20. november',
      title: 'Idealkunden vår er skrevet om',
      text: 'Salg og kundeservice har gått gjennom de tolv beste kundene våre. Det nye profilkortet ligger på salgssiden, med kjennetegn dere kan prøve mot egne kunder.',
    },
    {
      date: '2026-11-18',
      day: '18. november',
      title: 'Kvist Lønn klar for a-meldingen i januar',
      text: 'Oppdateringen er ute hos alle. Meld fra til produktteamet om dere hører om avvik fra kundene.',
    },
    {
      date: '2026-11-13',
      day: '13. november',
      title: 'Julebordet: siste frist fredag',
      text: 'Husk å si fra om allergier. Toget fra Voss venter på oss i år også.',
    },
  ],
  en: [
    {
      date: '2026-11-20',
      day: '20 November',
      title: 'Our ideal customer, rewritten',
      text: 'Sales and support have gone through our twelve best customers. The new profile card is on the sales page, with traits you can try on your own customers.',
    },
    {
      date: '2026-11-18',
      day: '18 November',
      title: 'Kvist Lønn is ready for January’s payroll report',
      text: 'The update has reached everybody. Tell the product team if customers report anything odd.',
    },
    {
      date: '2026-11-13',
      day: '13 November',
      title: 'Christmas party: sign up by Friday',
      text: 'Remember to mention allergies. The train from Voss waits for us this year too.',
    },
  ],
} as const satisfies Record<Language, readonly NewsItem[]>
