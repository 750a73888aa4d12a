import { createSignal } from 'solid-js'
import { RequestError } from '../data/RequestError.ts'
import { revalidateAll } from '../data/revision.ts'
import { ChangedMeanwhile } from './meetOthers.ts'

/** What is wrong, by the path of the field: { 'hours.0.opens': '…' }. */
export type Problems = Record<string, string>

export interface Saving {
  busy(): boolean
  /** The message beside a field. */
  error(path: string): string | undefined
  problems(): Problems
  /** What was refused without naming a field. */
  refusal(): string
  /** What that is about, one by one. */
  lines(): readonly string[]
  /** Rises with each refused attempt. */
  attempt(): number
  idOf(path: string): string
  /** What was refused is gone: the form was given up. */
  forget(): void
  /** Saves where check finds nothing; answers whether it was saved. What was typed stays either way. */
  save(check: () => Problems, act: () => Promise<void>): Promise<boolean>
}

/** The course of saving a form: its errors by field, from here and from the server. */
export function createSaving(prefix: string): Saving {
  const [busy, setBusy] = createSignal(false)
  const [problems, setProblems] = createSignal<Problems>({})
  const [refusal, setRefusal] = createSignal('')
  const [lines, setLines] = createSignal<readonly string[]>([])
  const [attempt, setAttempt] = createSignal(0)
  const refuse = (found: Problems, message: string, about: readonly string[] = []): false => {
    setProblems(found)
    setLines(about)
    setRefusal(message)
    setAttempt((n) => n + 1)
    return false
  }
  return {
    busy,
    problems,
    refusal,
    lines,
    attempt,
    error: (path) => problems()[path],
    forget: () => {
      setProblems({})
      setRefusal('')
    },
    idOf: (path) => `${prefix}-${path.replaceAll('.', '-')}`,
    async save(check, act) {
      if (busy()) return false
      const found = check()
      if (Object.keys(found).length > 0) return refuse(found, '')
      setProblems({})
      setRefusal('')
      setBusy(true)
      try {
        await act()
        return true
      } catch (error) {
        if (error instanceof ChangedMeanwhile) return refuse({}, error.message, error.lines)
        if (!(error instanceof RequestError)) throw error
        if (error.code === 'CONFLICT') revalidateAll()
        const named = error.fields.map(({ path, message }) => [path.replace(/^input\./, ''), message])
        return refuse(Object.fromEntries(named) as Problems, named.length > 0 ? '' : error.message)
      } finally {
        setBusy(false)
      }
    },
  }
}
