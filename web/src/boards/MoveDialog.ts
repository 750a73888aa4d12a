import { part } from '../loading/part.ts'
import { lazyDialog } from '../ui/lazyDialog.tsx'

/** What a card's step asks. Its frame is here before a hand can ask for it. */
export default lazyDialog(part(() => import('../obstacles/StepDialog.tsx')))
