// The gallery's page: `?lang=en`, `?dir=rtl`, `?scheme=dark` and `?look=fluent` show it otherwise.
import { configure } from '../src/configuration.ts'
import '../src/main.ts'

const search = new URLSearchParams(location.search)
const root = document.documentElement
root.lang = search.get('lang') ?? 'nb'
root.dir = search.get('dir') ?? 'ltr'
root.style.colorScheme = search.get('scheme') ?? ''
const look = search.get('look')
if (look !== null) {
  const link = document.head.appendChild(document.createElement('link'))
  link.rel = 'stylesheet'
  link.href = `../looks/${look}.css`
}
// Whoever cannot reach its API is offline.
Object.defineProperty(navigator, 'onLine', { value: false })
configure({ api: location.origin, key: 'profilkort_publishable_test' })
