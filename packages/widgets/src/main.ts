// The script of a script tag: reads its own tag, then registers every element.
import './configure-from-script.ts'
import './all.ts'
