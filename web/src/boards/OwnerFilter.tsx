import { createSignal, type JSX, onCleanup } from 'solid-js'
import { createData } from '../data/createData.ts'
import { viewer } from '../data/session.ts'
import { OwnersDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { address } from '../routing/router.ts'
import { ownerIdOf } from './boardFilter.ts'
import { type Choice, ChoiceFilter } from './ChoiceFilter.tsx'

const PAUSE_MS = 200

/** Whose obstacles: the own ones, those that the viewer follows, or of anybody who is found by name. */
export function OwnerFilter(): JSX.Element {
  const [opened, setOpened] = createSignal(false)
  const [search, setSearch] = createSignal('')
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const found = createData(OwnersDocument, () => (opened() ? { search: search() || null } : undefined))
  const chosen = createData(OwnersDocument, () => {
    const id = ownerIdOf(address.query['owner'])
    return id === undefined ? undefined : { ids: [id] }
  })
  const type = (text: string): void => {
    clearTimeout(timer)
    timer = setTimeout(() => setSearch(text.trim()), PAUSE_MS)
  }
  const own = (): Choice[] => [
    ...(viewer()?.role === 'VIEWER' ? [] : [{ value: 'mine', label: t().board.mine }]),
    { value: 'followed', label: t().board.followed },
  ]
  const people = (): Choice[] => {
    const everybody = [...(search() ? [] : (chosen.value?.people ?? [])), ...(found.value?.people ?? [])]
    return [...new Map(everybody.map(({ id, name }) => [id, { value: id, label: name }])).values()]
  }
  return (
    <div class="filters__wrap" onFocusIn={() => setOpened(true)} onPointerEnter={() => setOpened(true)}>
      <ChoiceFilter
        name="owner"
        all={t().board.anyOwner}
        of={t().obstacle.owner}
        choices={[...(search() ? [] : own()), ...people()]}
        search={t().board.findOwner}
        empty={t().board.noOwner}
        onSearch={type}
      />
    </div>
  )
}
