/** What the page of an element tells besides its manifest. */
export interface ElementPage {
  /** What readers who do not see it or use no mouse have, a sentence each. */
  readonly accessibility: readonly string[]
  readonly examples: readonly Example[]
}

/** A piece of a page. It stands in the documentation, is shown live beside it, and is held to what it says here. */
export interface Example {
  readonly title: string
  /** What it is good for. */
  readonly says: string
  /** As a page has it; `nonce="…"` stands for the page's own. */
  readonly html: string
  /** What a reader clicks, by its text. */
  readonly clicks?: string
  /** What a reader then reads, somewhere in it. */
  readonly shows: readonly string[]
  /** What is not to be read in it. */
  readonly hides?: readonly string[]
  /** What its elements tell, each event with its code. */
  readonly tells: readonly string[]
}
