import { language } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'
import { type ErrorCode, type FieldError, RequestError } from './RequestError.ts'
import { whenSignedIn } from './signInGate.ts'

interface Refused {
  errors?: { message: string; extensions?: { code?: ErrorCode; fields?: FieldError[] } }[]
}

/**
 * Sends a file to an obstacle and tells the share that is sent, 0 to 1. Where nobody is signed in any more it waits
 * for the sign-in and goes on. Throws RequestError.
 */
export async function uploadFile(
  obstacleId: string,
  file: File,
  onSent: (share: number) => void,
): Promise<void> {
  for (;;) {
    try {
      return await uploadOnce(obstacleId, file, onSent)
    } catch (error) {
      if (!(error instanceof RequestError) || error.code !== 'UNAUTHENTICATED') throw error
      await whenSignedIn()
    }
  }
}

/** Sends a file once. By XMLHttpRequest: fetch does not tell how much is sent. Throws RequestError. */
export function uploadOnce(obstacleId: string, file: File, onSent?: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const wire = new XMLHttpRequest()
    wire.open('POST', `/attachments?${new URLSearchParams({ obstacle: obstacleId, name: file.name })}`)
    wire.setRequestHeader('content-type', 'application/octet-stream')
    wire.setRequestHeader('x-goshayesh-upload', '1')
    wire.setRequestHeader('accept-language', language())
    wire.upload.addEventListener('progress', ({ loaded, total }) => total > 0 && onSent?.(loaded / total))
    wire.addEventListener('error', () => reject(new RequestError('UNREACHABLE', t().errors.unreachable)))
    wire.addEventListener('load', () => {
      if (wire.status === 201) resolve()
      else reject(refusalOf(wire.responseText))
    })
    wire.send(file)
  })
}

function refusalOf(body: string): RequestError {
  try {
    const failure = (JSON.parse(body) as Refused).errors?.[0]
    const { code = 'FAILED', fields = [] } = failure?.extensions ?? {}
    return new RequestError(code, failure?.message ?? t().errors.failed, fields)
  } catch {
    return new RequestError('FAILED', t().errors.failed)
  }
}
