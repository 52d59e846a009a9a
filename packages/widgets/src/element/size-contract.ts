/** The height each element is given by a page that must not move, in rem. */
export const heights = {
  'pk-profile-card': 34,
  'pk-profile-card[compact]': 20,
  'pk-profile-list': 26,
  'pk-fit-score': 34,
  'pk-scorecard': 34,
  'pk-segment-size': 14,
  'pk-pareto': 24,
  'pk-survey': 14,
} as const

/**
 * A style sheet for the page: each element has the same box before it is defined, while it loads, in every state and
 * with its content, which scrolls inside. `--pk-height` on an element or around it sets another height.
 */
export function sizeContract(): string {
  return Object.entries(heights)
    .map(
      ([selector, height]) =>
        `${selector} { display: block; --pk-min-height: 0px; block-size: var(--pk-height, ${height}rem); overflow: hidden }\n`,
    )
    .join('')
}
