import { contextPage } from '../src/context/context.page.ts'
import type { ElementPage } from '../src/element/element-page.ts'
import { fitScorePage } from '../src/fit-score/fit-score.page.ts'
import { paretoPage } from '../src/pareto/pareto.page.ts'
import { profileCardPage } from '../src/profile-card/profile-card.page.ts'
import { profileListPage } from '../src/profile-list/profile-list.page.ts'
import { scorecardPage } from '../src/scorecard/scorecard.page.ts'
import { segmentSizePage } from '../src/segment-size/segment-size.page.ts'
import { surveyPage } from '../src/survey/survey.page.ts'

type Tag = Extract<keyof HTMLElementTagNameMap, `pk-${string}`>

/** The page of each element that is registered. */
export const elementPages = {
  'pk-context': contextPage,
  'pk-fit-score': fitScorePage,
  'pk-pareto': paretoPage,
  'pk-profile-card': profileCardPage,
  'pk-profile-list': profileListPage,
  'pk-scorecard': scorecardPage,
  'pk-segment-size': segmentSizePage,
  'pk-survey': surveyPage,
} satisfies { readonly [T in Tag]: ElementPage }
