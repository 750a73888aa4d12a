import { RequestError } from '../data/RequestError.ts'
import { revalidateAll } from '../data/revision.ts'
import { words } from './words.ts'

/** Others have changed meanwhile what a form changes, too: that is to be looked at first. */
export class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile'
  /** What they have changed, one by one. */
  readonly lines: readonly string[]

  constructor(lines: readonly string[]) {
    super(words().changedMeanwhile)
    this.lines = lines
  }
}

export interface Meeting<Thing extends { version: number }> {
  /** What stood there when the form was opened, or when it last met others; nothing: it is new. */
  seen(): Thing | undefined
  onSeen(thing: Thing): void
  /** What stands there now. */
  read(): Promise<Thing | null | undefined>
  /** Takes over what others have changed where nothing was typed, and tells it line by line. */
  takeOver(before: Thing, after: Thing): readonly string[]
}

/** Sends a change of what was seen. Where others came before and changed what stands in the form, nothing is sent. */
export async function meetOthers<Thing extends { version: number }>(
  meeting: Meeting<Thing>,
  send: (expectedVersion: number | undefined) => Promise<void>,
): Promise<void> {
  const before = meeting.seen()
  try {
    await send(before?.version)
  } catch (error) {
    if (!before || !(error instanceof RequestError) || error.code !== 'CONFLICT') throw error
    const after = await meeting.read()
    if (!after) throw error
    const lines = meeting.takeOver(before, after)
    meeting.onSeen(after)
    revalidateAll()
    if (lines.length > 0) throw new ChangedMeanwhile(lines)
    await meetOthers(meeting, send)
  }
}

/** Takes over, field by field, what others have changed where nothing was typed; tells all that they have. */
export function takeOverFields<Facts extends object>(
  draft: NoInfer<Facts>,
  setDraft: (part: Partial<Facts>) => void,
  [before, after]: readonly [Facts, Facts],
  lineOf: (field: keyof Facts, before: Facts, after: Facts) => string,
): readonly string[] {
  const changed = (Object.keys(before) as (keyof Facts)[]).filter((field) => before[field] !== after[field])
  const part: Partial<Facts> = {}
  for (const field of changed) if (draft[field] === before[field]) part[field] = after[field]
  setDraft(part)
  return changed.map((field) => lineOf(field, before, after))
}
