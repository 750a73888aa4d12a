import { request } from '../data/request.ts'
import { StillOwnedDocument } from '../gql/graphql.ts'
import { showToast, type Toast } from '../ui/showToast.ts'
import { words } from './words.ts'

/** Says that somebody works on obstacles no more, and which ones wait for another owner now. */
export async function toastLeaver(id: string, toast: Toast): Promise<void> {
  const { totalCount } = (await request(StillOwnedDocument, { ownerId: id })).obstacles
  if (totalCount === 0) return showToast(toast)
  showToast({
    ...toast,
    text: `${toast.text} ${words().people.stillOwns(totalCount)}`,
    link: { href: `/b/all?view=list&status=unresolved&owner=${id}`, text: words().people.seeOwned },
  })
}
