import { createSignal, For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { request } from '../data/request.ts'
import { revalidate } from '../data/revision.ts'
import { viewer } from '../data/session.ts'
import { type AccountFragment, EditUserDocument, SettingsPeopleDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { toastRefusal } from '../shell/toastRefusal.ts'
import { Loaded } from '../shell/Loaded.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { MenuItem } from '../ui/MenuProps.ts'
import { showToast } from '../ui/showToast.ts'
import { PasswordDialog } from './PasswordDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { ResetFactorDialog } from './ResetFactorDialog.tsx'
import { SearchBar } from './SearchBar.tsx'
import { settled } from './settled.ts'
import { toastLeaver } from './toastLeaver.ts'
import { words } from './words.ts'

const MOST = 100

type Open =
  | { kind: 'add' }
  | { kind: 'edit'; person: AccountFragment }
  | { kind: 'reset'; person: AccountFragment }
  | { kind: 'factor'; person: AccountFragment }
  | { kind: 'password'; name: string; password: string }

/** All accounts of the province, and what an administrator does with them. */
export function PeopleSection(): JSX.Element {
  const [search, setSearch] = createSignal('')
  const [open, setOpen] = createSignal<Open>()
  const asked = settled(() => ({ search: search() }))
  const data = createData(SettingsPeopleDocument, asked)
  const people = () => data.value?.people ?? []
  const close = (): void => setOpen(undefined)
  const edited = (): AccountFragment | undefined => {
    const shown = open()
    return shown?.kind === 'edit' ? shown.person : undefined
  }
  const factor = (): AccountFragment | undefined => {
    const shown = open()
    return shown?.kind === 'factor' ? shown.person : undefined
  }
  const secret = (): Extract<Open, { kind: 'reset' | 'password' }> | undefined => {
    const shown = open()
    return shown?.kind === 'reset' || shown?.kind === 'password' ? shown : undefined
  }
  const actionsOf = (person: AccountFragment): MenuItem[] => [
    { label: words().edit, icon: 'edit', onSelect: () => setOpen({ kind: 'edit', person: { ...person } }) },
    ...(person.id === viewer()?.id
      ? []
      : [
          {
            label: words().people.reset,
            icon: 'lock',
            onSelect: () => void setOpen({ kind: 'reset', person: { ...person } }),
          },
          ...(person.secondFactor
            ? [
                {
                  label: words().factor.reset,
                  icon: 'shield',
                  onSelect: () => void setOpen({ kind: 'factor', person: { ...person } }),
                },
              ]
            : []),
          {
            label: person.suspended ? words().people.restore : words().people.suspend,
            icon: person.suspended ? 'check' : 'pause',
            onSelect: () => void suspend(person, !person.suspended),
          },
        ]),
  ]
  return (
    <>
      <SearchBar label={words().people.search} value={search()} onValue={setSearch}>
        <span class="muted" role="status">
          {people().length < MOST
            ? words().people.count(people().length)
            : words().people.atMost(people().length)}
        </span>
        <Button variant="primary" icon="plus" onClick={() => setOpen({ kind: 'add' })}>
          {words().people.add}
        </Button>
      </SearchBar>
      <Loaded data={data} height="24rem">
        <Show
          when={people().length > 0}
          fallback={<Empty icon="search" title={words().people.noneTitle} text={words().people.noneText} />}
        >
          <section class="panel panel--rows">
            <table class="table table--stacked">
              <caption class="visually-hidden">{words().people.caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{words().people.name}</th>
                  <th scope="col">{words().people.role}</th>
                  <th scope="col">{words().people.agency}</th>
                  <th scope="col">{words().people.state}</th>
                  <th scope="col">
                    <span class="visually-hidden">{words().edit}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                <For each={people()}>
                  {(person) => (
                    <tr classList={{ table__off: person.suspended }}>
                      <td>
                        <b>
                          <bdi>{person.name}</bdi>
                        </b>
                        <span class="table__sub" dir="ltr">
                          {person.email}
                        </span>
                      </td>
                      <td>{t().roles[person.role]}</td>
                      <td>{person.agency?.name}</td>
                      <td>
                        <div class="cluster">
                          <span class="tag">
                            <Icon name={person.suspended ? 'pause' : 'check'} />
                            {person.suspended ? words().people.suspended : words().people.active}
                          </span>
                          <Show when={person.secondFactor}>
                            <span class="tag">
                              <Icon name="shield" />
                              {words().factor.badge}
                            </span>
                          </Show>
                        </div>
                      </td>
                      <td class="table__acts">
                        <Menu
                          class="btn btn--quiet btn--icon"
                          label={words().people.actions(person.name)}
                          items={actionsOf(person)}
                        >
                          <Icon name="more" />
                          <span class="visually-hidden">{words().people.actions(person.name)}</span>
                        </Menu>
                      </td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </section>
        </Show>
      </Loaded>
      <Show when={open()?.kind === 'add'}>
        <PersonDialog
          onClose={close}
          onMade={(name, password) => setOpen({ kind: 'password', name, password })}
        />
      </Show>
      <Show when={edited()} keyed>
        {(person) => <PersonDialog person={person} onClose={close} />}
      </Show>
      <Show when={factor()} keyed>
        {({ id, name }) => <ResetFactorDialog id={id} name={name} onClose={close} />}
      </Show>
      <Show when={secret()} keyed>
        {(shown) =>
          shown.kind === 'reset' ? (
            <PasswordDialog name={shown.person.name} resets={shown.person.id} onClose={close} />
          ) : (
            <PasswordDialog name={shown.name} password={shown.password} onClose={close} />
          )
        }
      </Show>
    </>
  )
}

async function suspend(
  { id, name }: Pick<AccountFragment, 'id' | 'name'>,
  suspended: boolean,
  isUndo = false,
): Promise<void> {
  try {
    await request(EditUserDocument, { input: { id, suspended } })
    revalidate()
    const { suspendedDone, restoredDone } = words().people
    const undo = isUndo ? {} : { undo: () => void suspend({ id, name }, !suspended, true) }
    if (suspended) await toastLeaver(id, { text: suspendedDone(name), ...undo })
    else showToast({ text: restoredDone(name), ...undo })
  } catch (error) {
    toastRefusal(error)
  }
}
