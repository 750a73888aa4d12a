import {
  problemMessage,
  Refusal,
  refusalMessage,
  type FieldProblem,
  type Language,
} from '@goshayesh/shared/refusal'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { storageFault } from '../database/storageFault.ts'
import { problemsOfRequest } from './problemsOfRequest.ts'

/**
 * The error that a client sees: a code of the contract, or INTERNAL for a fault of ours, with a message in the
 * client's language and nothing of the inside. A fault of ours, or of the storage, is handed to `report`; of ours, the
 * beginning of the request's id is told, short enough to be read out on the phone, under which the log has it.
 */
export function formatError(
  error: unknown,
  language: Language,
  report: (cause: unknown) => void,
  requestId: string | null = null,
): GraphQLFormattedError {
  const refusal = refusalOf(error)
  const place = placeOf(error)
  if (!refusal || refusal.code === 'UNAVAILABLE') report(causeOf(error))
  if (!refusal) {
    const message = requestId === null ? internal[language] : internalOf(requestId.slice(0, 8))[language]
    return {
      ...place,
      message,
      extensions: { code: 'INTERNAL', ...(requestId === null ? {} : { requestId }) },
    }
  }
  const { code, fields } = refusal
  return {
    ...place,
    message: refusalMessage(refusal, language),
    extensions: {
      code,
      ...(code === 'INVALID' ? { fields: fields.map((problem) => told(problem, language)) } : {}),
      ...detailsOf(refusal),
      ...(code === 'INVALID' && isDocumentFault(error) ? { detail: error.message } : {}),
    },
  }
}

const internal: Record<Language, string> = {
  fa: 'خطایی در سامانه رخ داد. کمی بعد دوباره تلاش کنید.',
  en: 'Something went wrong on our side. Try again a little later.',
}
// Isolated, as digits at its beginning would else go to the other end.
const internalOf = (code: string): Record<Language, string> => ({
  fa: `${internal.fa} اگر ادامه یافت، این کد را به پشتیبانی بگویید: \u2066${code}\u2069`,
  en: `${internal.en} If it goes on, give your support this code: ${code}`,
})

function told({ path, rule, limit }: FieldProblem, language: Language) {
  const problem: FieldProblem = limit === undefined ? { path, rule } : { path, rule, limit }
  return { ...problem, message: problemMessage(problem, language) }
}

function placeOf(error: unknown): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  if (!(error instanceof GraphQLError)) return {}
  const { locations, path } = error
  return { ...(locations ? { locations } : {}), ...(path ? { path } : {}) }
}

function detailsOf({ details: { currentVersion, retryAfterSeconds } }: Refusal) {
  return {
    ...(currentVersion === undefined ? {} : { currentVersion }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  }
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error
}

/** The refusal within an error, or null: a fault of ours. */
function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  const fault = storageFault(causeOf(error))
  if (fault) return new Refusal('UNAVAILABLE', [], { storageFull: fault === 'FULL' })
  if (!(error instanceof GraphQLError)) return null
  if (error.originalError instanceof Refusal) return error.originalError
  return isRequestFault(error) ? new Refusal('INVALID', problemsOfRequest(error)) : null
}

/** The document or its variables are wrong: found before anything runs, or when arguments are read. */
function isRequestFault({ path, message, originalError }: GraphQLError): boolean {
  if (path !== undefined) return /^Argument "\w+" /.test(message)
  return (
    originalError === undefined ||
    originalError instanceof GraphQLError ||
    // What a scalar throws at a value that it can't read.
    /^(Variable "\$|Expected value of type )/.test(message)
  )
}

/** What is wrong with a document helps whoever wrote it; values of variables are not repeated. */
function isDocumentFault(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && error.path === undefined && !error.message.startsWith('Variable ')
}
