import { loadModule } from '../loading/loadModule.ts'
import { noteOwnChange } from '../data/ownChanges.ts'
import { RequestError } from '../data/RequestError.ts'
import type { CardFragment } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import type { Step, StepAnswers } from './Step.ts'

type Target = Pick<CardFragment, 'id' | 'version'>

/** Takes a step and answers with the obstacle as it is then. Throws RequestError. */
export async function takeStep(
  step: Step,
  { id, version }: Target,
  answers: Partial<StepAnswers> = {},
): Promise<CardFragment> {
  const filled = { note: null, mentionIds: [], ...answers } as StepAnswers
  const { stepRequests } = await loadRequests()
  const { obstacle } = (await stepRequests[step]({ id, expectedVersion: version }, filled)).step
  noteOwnChange(id, obstacle.version)
  return obstacle
}

/** Without a network the code that asks can't come either: that is the same failure to whoever takes the step. */
async function loadRequests() {
  try {
    return await loadModule(() => import('./stepRequests.ts'))
  } catch {
    throw new RequestError('UNREACHABLE', t().errors.unreachable)
  }
}
