/** A half circle from 0 at its start over the top to 1 at its end. */
export const gauge = { width: 200, height: 112, x: 100, y: 100, radius: 84 } as const

/** A point of the gauge at a share (0-1) of its scale, `outwards` units outside its middle line. */
export function pointAt(share: number, outwards = 0): { readonly x: number; readonly y: number } {
  const angle = Math.PI * (1 - clamp(share))
  const radius = gauge.radius + outwards
  return { x: round(gauge.x + radius * Math.cos(angle)), y: round(gauge.y - radius * Math.sin(angle)) }
}

/** The path of the gauge's arc between two shares (0-1) of its scale; empty where they are the same. */
export function arcBetween(from: number, to: number): string {
  const [start, end] = [pointAt(from), pointAt(to)]
  if (clamp(to) <= clamp(from)) return ''
  return `M${start.x} ${start.y}A${gauge.radius} ${gauge.radius} 0 0 1 ${end.x} ${end.y}`
}

/** A share that can be drawn: what is no number is 0. */
function clamp(share: number): number {
  return Number.isNaN(share) ? 0 : Math.min(1, Math.max(0, share))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
