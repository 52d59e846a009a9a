// The gallery's page: `?lang=en`, `?dir=rtl` and `?scheme=dark` show it otherwise.
import { configure } from '../src/configuration.ts'
import '../src/fit-score/fit-score.ts'
import '../src/profile-card/profile-card.ts'

const search = new URLSearchParams(location.search)
const root = document.documentElement
root.lang = search.get('lang') ?? 'nb'
root.dir = search.get('dir') ?? 'ltr'
root.style.colorScheme = search.get('scheme') ?? ''
configure({ api: location.origin, key: 'profilkort_publishable_test' })
