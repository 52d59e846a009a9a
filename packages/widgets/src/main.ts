// The script of a script tag: reads its own tag, then registers every element.
import './configure-from-script.ts'
import './fit-score/fit-score.ts'
import './profile-card/profile-card.ts'
