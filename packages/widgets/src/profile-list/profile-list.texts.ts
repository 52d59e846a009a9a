import type { Text } from '../language/say.ts'

export const profileListTexts = {
  empty: ['Ingen profiler å vise', 'Inga profiler att visa', 'Ingen profiler at vise', 'No profiles to show'],
} satisfies Record<string, Text>
