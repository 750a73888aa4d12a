import { Refusal, type FieldProblem, type RefusalCode, type RefusalDetails } from '@goshayesh/shared/refusal'
import { BatchFault } from '../commands/enforceDeadlines.ts'

/** An error as it can pass from one thread to another, which keeps neither its class nor its code. */
export type PackedError =
  | { refused: [code: RefusalCode, fields: FieldProblem[], details: RefusalDetails] }
  | { ofBatch: number[]; cause: PackedError }
  | { message: string; stack: string | undefined; code: unknown; cause: PackedError | undefined }

export function packError(error: unknown): PackedError {
  if (error instanceof Refusal) return { refused: [error.code, error.fields, error.details] }
  if (error instanceof BatchFault) return { ofBatch: error.ids, cause: packError(error.cause) }
  if (!(error instanceof Error))
    return { message: String(error), stack: undefined, code: undefined, cause: undefined }
  const { message, stack, cause, code } = error as NodeJS.ErrnoException
  return { message, stack, code, cause: cause === undefined ? undefined : packError(cause) }
}

export function unpackError(packed: PackedError): Error {
  if ('refused' in packed) return new Refusal(...packed.refused)
  if ('ofBatch' in packed) return new BatchFault(packed.ofBatch, unpackError(packed.cause))
  const { message, cause, ...rest } = packed
  return Object.assign(new Error(message, cause && { cause: unpackError(cause) }), rest)
}
