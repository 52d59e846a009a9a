import { customer } from './pages/customer.ts'
import { customers } from './pages/customers.ts'
import { home } from './pages/home.ts'
import { notFound, unavailable } from './pages/not-found.ts'
import type { Page, PageRequest } from './pages/page.ts'
import { partners } from './pages/partners.ts'
import { sales } from './pages/sales.ts'
import { survey } from './pages/survey.ts'

/** The page at an address. Where Profilkort does not answer, a page that says so. */
export async function route(request: PageRequest, onError: (error: unknown) => void): Promise<Page> {
  const [, section = '', id, ...rest] = request.url.pathname.split('/')
  if (rest.length > 0) return notFound(request)
  try {
    if (section === 'kunder')
      return await (id ? customer(request, decodeURIComponent(id)) : customers(request))
    if (id !== undefined) return notFound(request)
    if (section === 'partnere') return partners(request)
    if (section === 'salg') return sales(request)
    if (section === 'undersokelse') return survey(request)
    return section === '' ? home(request) : notFound(request)
  } catch (error) {
    if (error instanceof URIError) return notFound(request)
    onError(error)
    return unavailable(request)
  }
}
