// `npm run bench -- D1`: one workload of performance.md, measured against its limit in the same run. The last line is
// one JSON object that a figure can be read from.
import { customerCreate } from './customer-create.ts'
import { customerList } from './customer-list.ts'
import { draftSave } from './draft-save.ts'
import { eventIntake } from './event-intake.ts'
import { importCompanies } from './import-companies.ts'
import { keepFits } from './keep-fits.ts'
import { publishedRead } from './published-read.ts'
import { renderCards } from './render-cards.ts'
import { rescore } from './rescore.ts'
import { scoreCustomers } from './score-customers.ts'
import { segmentCount } from './segment-count.ts'

const workloads: { readonly [key: string]: () => Promise<object> } = {
  D1: () => publishedRead(1),
  D2: () => publishedRead(20),
  D3: customerList,
  D4: async () => ({ ...(await customerCreate()), draftSaveRatio: (await draftSave()).ratio }),
  E1: eventIntake,
  I1: importCompanies,
  W1: renderCards,
  S2: segmentCount,
  S3: keepFits,
  S1: async () => ({ ...(await scoreCustomers()), drag: await rescore() }),
}

const [asked = ''] = process.argv.slice(2)
const workload = workloads[asked.toUpperCase()]
if (workload === undefined) {
  process.stderr.write(`There is no workload "${asked}". There is: ${Object.keys(workloads).join(', ')}.\n`)
  process.exit(1)
}
const figures = await workload()
process.stdout.write(`${JSON.stringify({ workload: asked.toUpperCase(), ...figures })}\n`)
