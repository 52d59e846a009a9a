// The lazy form of the script tag: fetches the elements when the first of them comes near. Elements inside shadow
// roots are not looked for; a page that has only such uses `profilkort.js` itself.
const own = document.currentScript as HTMLScriptElement | null
const names = ['profile-card', 'profile-list', 'fit-score', 'scorecard', 'segment-size', 'pareto', 'survey']
const selector = names.map((name) => `pk-${name}:not(:defined)`).join()

const near = new IntersectionObserver(
  (entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) load()
  },
  { rootMargin: '600px' },
)
const added = new MutationObserver(look)

function look(): void {
  for (const element of document.querySelectorAll(selector)) near.observe(element)
}

function load(): void {
  near.disconnect()
  added.disconnect()
  if (own === null) return
  const script = document.createElement('script')
  const address = own.src.replace(/loader(?=\.js)/, 'profilkort')
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('profilkort-loader', { createScriptURL: (url) => url })
  script.src = (policy?.createScriptURL(address) ?? address) as string
  script.nonce = own.nonce
  Object.assign(script.dataset, own.dataset)
  if (own.dataset.integrity) script.integrity = own.dataset.integrity
  script.crossOrigin = own.crossOrigin
  document.head.append(script)
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown }
}

added.observe(document, { childList: true, subtree: true })
look()
