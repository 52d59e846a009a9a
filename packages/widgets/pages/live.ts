// What makes the examples live: the elements, sample answers in place of a server's, and what each example tells.
import { configure } from '../src/configuration.ts'
import type { LoadDetail } from '../src/element/load-events.ts'
import { answerTo } from '../testing/answers.ts'
import '../src/all.ts'

configure({ api: location.origin, key: 'profilkort_publishable_sample' })

const asked = new Map<string, number>()
window.fetch = async (input, init) => {
  const { searchParams } = new URL(input instanceof Request ? input.url : input, location.href)
  if (init?.method === 'POST') return Response.json({ data: { criterionAnswer: {} } })
  const authorization = new Headers(init?.headers).get('authorization') ?? undefined
  const { status, body } = await answerTo(searchParams, authorization, asked)
  return new Response(body, { status })
}

for (const type of ['pk-load', 'pk-error', 'pk-answer'] as const) {
  document.addEventListener(type, (event) =>
    tell(event.target as Element, type, (event as CustomEvent<LoadDetail>).detail),
  )
}

function tell(element: Element, type: string, { code }: LoadDetail): void {
  const list = element.closest('.example')?.querySelector('.told output')
  const told = document.createElement('code')
  told.textContent = `${type} ${code}`
  list?.append(told, ' ')
}
