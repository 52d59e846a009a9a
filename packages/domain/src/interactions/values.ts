import type { Problem } from '../result.ts'
import { messageLimits } from './interaction.ts'

/**
 * The first thing in a value that cannot be kept: nested too deep, or a text with NUL or half a character in it.
 * @param maySpoil whether to look at texts; without it only the depth is checked
 */
export function problemsInside(value: unknown, maySpoil: boolean): Problem | undefined {
  return look(value, maySpoil, 0)
}

function look(value: unknown, maySpoil: boolean, depth: number): Problem | undefined {
  if (typeof value === 'string') return maySpoil ? spoilt(value) : undefined
  if (typeof value !== 'object' || value === null) return undefined
  if (depth > messageLimits.depth)
    return { path: [], message: `It is nested deeper than ${messageLimits.depth} levels. Send it flatter.` }
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const problem = look(value[index], maySpoil, depth + 1)
      if (problem !== undefined) return { ...problem, path: [index, ...problem.path] }
    }
    return undefined
  }
  for (const key in value) {
    const problem =
      (maySpoil ? spoilt(key) : undefined) ??
      look((value as { readonly [key: string]: unknown })[key], maySpoil, depth + 1)
    if (problem !== undefined) return { ...problem, path: [key, ...problem.path] }
  }
  return undefined
}

function spoilt(text: string): Problem | undefined {
  if (text.includes('\0'))
    return { path: [], message: 'It has a NUL character in it, which no database keeps. Take it out.' }
  if (!text.isWellFormed())
    return {
      path: [],
      message: 'It has half a character (a lone surrogate) in it. Mend the text and send it again.',
    }
  return undefined
}
