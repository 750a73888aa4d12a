import { request } from '../data/request.ts'
import { revalidate } from '../data/revision.ts'
import { type CardFragment, SetFollowingDocument } from '../gql/graphql.ts'
import { formatRef } from '../i18n/formatRef.ts'
import { t } from '../i18n/t.ts'
import { toastRefusal } from '../shell/toastRefusal.ts'
import { showToast } from '../ui/showToast.ts'

type Followed = Pick<CardFragment, 'id' | 'ref'>

/** Follows an obstacle, or not any more; says so and offers the way back. */
export async function setFollowing({ id, ref }: Followed, following: boolean): Promise<void> {
  try {
    await request(SetFollowingDocument, { input: { id, following } })
    const { started, stopped } = t().follow
    showToast({
      text: (following ? started : stopped)(formatRef(ref)),
      undo: () => void setFollowing({ id, ref }, !following),
    })
  } catch (error) {
    toastRefusal(error)
  } finally {
    revalidate()
  }
}
