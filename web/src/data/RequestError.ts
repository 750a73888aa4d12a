export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'INVALID'
  | 'CONFLICT'
  | 'NOT_ALLOWED_NOW'
  | 'TOO_MANY'
  | 'UNAVAILABLE'
  | 'UNREACHABLE'
  | 'FAILED'

export interface FieldError {
  path: string
  rule: string
  message: string
}

/** A refused request. The message is already in the language that was asked for, fit to be shown. */
export class RequestError extends Error {
  override name = 'RequestError'
  readonly code: ErrorCode
  readonly fields: readonly FieldError[]
  readonly retryAfterSeconds: number | undefined

  constructor(
    code: ErrorCode,
    message: string,
    fields: readonly FieldError[] = [],
    retryAfterSeconds?: number,
  ) {
    super(message)
    this.code = code
    this.fields = fields
    this.retryAfterSeconds = retryAfterSeconds
  }
}
