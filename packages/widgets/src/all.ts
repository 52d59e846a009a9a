// Registers every element.
import './context/context.ts'
import './fit-score/fit-score.ts'
import './pareto/pareto.ts'
import './profile-card/profile-card.ts'
import './profile-list/profile-list.ts'
import './scorecard/scorecard.ts'
import './segment-size/segment-size.ts'
import './survey/survey.ts'
