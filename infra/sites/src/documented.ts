import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '@profilkort/e2e/processes'

const text = readFileSync(path.join(root, 'docs/embedding.md'), 'utf8')

/** What docs/embedding.md tells under a heading: its blocks of a kind, in order, for a real server, key and nonce. */
export function documented(
  heading: string,
  kind: 'html' | 'csp' | 'nginx',
  { server, key, nonce = '' }: { readonly server: string; readonly key: string; readonly nonce?: string },
): readonly string[] {
  const section = text.split(/^## /m).find((each) => each.startsWith(`${heading}\n`))
  if (section === undefined) throw new Error(`docs/embedding.md has no section "${heading}"`)
  return [...section.matchAll(/^```(\w+)\n(.*?)\n```$/gms)]
    .filter(([, language]) => language === kind)
    .map(([, , block = '']) =>
      block
        .replaceAll('https://profiles.example.com', server)
        .replaceAll('KEY', key)
        .replaceAll('NONCE', nonce),
    )
}

/** What `/snippets` prints under a heading. */
export async function printedSnippet(
  server: string,
  key: string,
  profile: string,
  heading: string,
): Promise<string> {
  const query = new URLSearchParams({ key, profile })
  const page = await (await fetch(`${server}/snippets?${query.toString()}`)).text()
  const found = [...page.matchAll(/<h2>(.*?)<\/h2><pre[^>]*>(.*?)<\/pre>/gs)].find(
    ([, title]) => title === heading,
  )?.[2]
  if (found === undefined) throw new Error(`/snippets prints nothing under "${heading}"`)
  return found.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}
