/** What `pk-segment-size` asks. Plain text, so that a server can read it. */
export const segmentSizeDocument = `query SegmentSize($slug: String!, $locale: Locale!) {
  segment(slug: $slug, locale: $locale) { name sentence customerCount }
}
`

/** `customerCount` is null where so few customers must not be told. */
export interface SegmentSizeSegment {
  readonly name: string
  readonly sentence: string
  readonly customerCount: number | null
}

export interface SegmentSizeData {
  readonly segment: SegmentSizeSegment | null
}
