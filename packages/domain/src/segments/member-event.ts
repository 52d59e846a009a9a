/**
 * Why a customer entered a segment or left it: something of the customer changed, the segment's rule did, neither did but
 * a day or a consent ran out, the customer is there no more, or somebody put it on a list or took it off.
 */
export const memberReasons = [
  'customerChanged',
  'ruleChanged',
  'timePassed',
  'customerGone',
  'picked',
  'unpicked',
] as const
export type MemberReason = (typeof memberReasons)[number]

export interface MemberEvent {
  readonly id: number
  readonly customerId: string
  readonly at: Date
  readonly kind: 'entered' | 'left'
  readonly reason: MemberReason
  readonly revision: number
  readonly by: string | null
}

/** How large a segment was when it was last looked at on a day, by one of its revisions. */
export interface SegmentSize {
  /** `2026-11-23` */
  readonly day: string
  readonly revision: number
  readonly size: number
  readonly at: Date
}
