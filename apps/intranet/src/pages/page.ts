import type { Html } from '../html.ts'
import type { Language } from '../language.ts'
import type { Site } from '../site.ts'

/** What a page is asked for with. */
export interface PageRequest {
  readonly site: Site
  readonly url: URL
  readonly language: Language
}

/** A page before its frame is put around it. */
export interface Page {
  readonly status: number
  readonly title: string
  readonly main: Html
}
