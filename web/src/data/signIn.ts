import { SignInDocument, SignOutDocument } from '../gql/graphql.ts'
import { forgetAnswers } from './keptAnswers.ts'
import { restartLive, stopLive } from './live.ts'
import { clearPerson, setPerson } from './person.ts'
import { requestOnce } from './request.ts'
import { revalidateAll } from './revision.ts'
import { startAfresh, viewer } from './session.ts'
import { openSignInGate } from './signInGate.ts'

/**
 * Throws RequestError where the sign-in is refused: INVALID at input.code where the account needs a code, too. Null:
 * none was given. Answers whether the password is a temporary one.
 */
export async function signIn(email: string, password: string, code: string | null): Promise<boolean> {
  const answer = await requestOnce(SignInDocument, { input: { email, password, code } })
  const { id: person, passwordExpiresAt } = answer.signIn.viewer
  const isTemporary = passwordExpiresAt !== null
  const before = viewer()?.id
  // What waits for the person who was here before is not this person's to send or to see.
  if (before !== undefined && before !== person) {
    startAfresh()
    return isTemporary
  }
  setPerson(person)
  if (before) restartLive()
  openSignInGate()
  revalidateAll()
  return isTemporary
}

export async function signOut(): Promise<void> {
  await requestOnce(SignOutDocument, {})
  stopLive()
  clearPerson()
  await forgetAnswers()
  location.assign('/sign-in')
}
