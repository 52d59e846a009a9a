import { comparisonStyles } from './comparison.styles.ts'
import { ProfileCard } from './profile-card.element.ts'
import { renderComparison } from './render-comparison.ts'

ProfileCard.learnToCompare(renderComparison, comparisonStyles)
