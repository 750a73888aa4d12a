import { parentPort, workerData } from 'node:worker_threads'
import { declareClosure } from '../commands/declareClosure.ts'
import { defineMilestone } from '../commands/defineMilestone.ts'
import { editMilestone } from '../commands/editMilestone.ts'
import { enforceDeadlines } from '../commands/enforceDeadlines.ts'
import { setDatedHours } from '../commands/setDatedHours.ts'
import { setOfficeHours } from '../commands/setOfficeHours.ts'
import { setSlaPolicy } from '../commands/setSlaPolicy.ts'
import type { Store } from '../commands/transact.ts'
import { withdrawClosure } from '../commands/withdrawClosure.ts'
import { withdrawDatedHours } from '../commands/withdrawDatedHours.ts'
import { withdrawMilestone } from '../commands/withdrawMilestone.ts'
import { withdrawOfficeHours } from '../commands/withdrawOfficeHours.ts'
import { openDatabase } from '../database/connect.ts'
import { packError } from './packError.ts'
import type { Ending, Said, ThreadData, Work } from './WorkThread.ts'

/* The thread of WorkThread. */

type Command = (store: Store, ...given: never[]) => Promise<unknown>

/** What acts on many obstacles at once. */
const commands: Record<string, Command> = {
  enforceDeadlines,
  declareClosure,
  withdrawClosure,
  setOfficeHours,
  withdrawOfficeHours,
  setDatedHours,
  withdrawDatedHours,
  setSlaPolicy,
  defineMilestone,
  editMilestone,
  withdrawMilestone,
}

const { location, auditKey } = workerData as ThreadData
let store: Store | undefined

parentPort?.on('message', (work: Work) => void carryOut(work).then(say))
say('ready')

async function carryOut({ number, name, given }: Work): Promise<Ending> {
  try {
    // Not before it has the writer's turn, and anew if it failed.
    store ??= { db: openDatabase(location, { auditKey, keepsLog: false }), committed: () => say('committed') }
    const command = commands[name]
    if (!command) throw new Error(`the thread knows no ${name}`)
    return { number, result: await command(store, ...(given as never[])) }
  } catch (error) {
    return { number, failed: packError(error) }
  }
}

function say(said: Said): void {
  parentPort?.postMessage(said)
}
