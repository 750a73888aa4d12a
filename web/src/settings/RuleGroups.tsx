import { categories, deadlineKinds, severities, type Severity, subjectKinds } from '@goshayesh/shared/policy'
import { createUniqueId, For, Index, type JSX, Show } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { BareSelect } from '../ui/Select.tsx'
import type { Saving } from './createSaving.ts'
import { emptyRow, type GroupDraft, type PolicyDraft, type RowDraft } from './policyDraft.ts'
import { TargetCell } from './TargetCell.tsx'
import { words } from './words.ts'

export interface RuleGroupsProps {
  saving: Saving
  groups: readonly GroupDraft[]
  setDraft: SetStoreFunction<PolicyDraft>
}

const fromSevere: readonly Severity[] = [...severities].reverse()

/** The rules as matrices of severity and deadline, one for each sort of obstacle; the first that fits decides. */
export function RuleGroups(props: RuleGroupsProps): JSX.Element {
  const listId = createUniqueId()
  const change = (act: (groups: GroupDraft[]) => GroupDraft[]): void => props.setDraft('groups', act)
  const move = (from: number, by: -1 | 1): void => {
    const to = from + by
    if (to < 0 || to >= props.groups.length) return
    change((groups) => {
      const others = groups.filter((_, place) => place !== from)
      return [...others.slice(0, to), ...groups.slice(from, from + 1), ...others.slice(to)]
    })
    document.getElementById(`${listId}-${to}`)?.focus()
  }
  const press = (event: KeyboardEvent, place: number): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(place, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <section class="panel" aria-labelledby={`${listId}-title`}>
      <div class="panel__head">
        <h2 class="panel__title" id={`${listId}-title`}>
          {words().policy.rules}
        </h2>
        <Button
          class="panel__act"
          icon="plus"
          onClick={() =>
            change((groups) => [
              { category: 'REGULATION', subjectKind: '', rows: fromSevere.map(emptyRow) },
              ...groups,
            ])
          }
        >
          {words().policy.addGroup}
        </Button>
      </div>
      <p class="muted">{words().policy.rulesNote}</p>
      <Index each={props.groups}>
        {(group, g) => (
          <section
            class="rule-group"
            id={`${listId}-${g}`}
            tabindex="-1"
            aria-label={words().policy.group(g + 1)}
            onKeyDown={(event) => press(event, g)}
          >
            <div class="rule-group__head">
              <b class="rule-group__no">{words().policy.group(g + 1)}</b>
              <BareSelect
                label={words().policy.category}
                value={group().category}
                placeholder={words().policy.anyCategory}
                options={categories.map((value) => ({ value, label: t().categories[value] }))}
                onValue={(value) => props.setDraft('groups', g, 'category', value as GroupDraft['category'])}
              />
              <BareSelect
                label={words().policy.subject}
                value={group().subjectKind}
                placeholder={words().policy.anySubject}
                options={subjectKinds.map((value) => ({ value, label: t().subjects[value] }))}
                onValue={(value) =>
                  props.setDraft('groups', g, 'subjectKind', value as GroupDraft['subjectKind'])
                }
              />
              <span class="cluster rule-group__acts">
                <Show when={g > 0}>
                  <Button
                    class="btn--icon"
                    variant="quiet"
                    icon="arrow-up"
                    title={words().policy.upKeys}
                    onClick={() => move(g, -1)}
                  >
                    <span class="visually-hidden">{words().policy.up}</span>
                  </Button>
                </Show>
                <Show when={g < props.groups.length - 1}>
                  <Button
                    class="btn--icon btn--down"
                    variant="quiet"
                    icon="arrow-up"
                    title={words().policy.downKeys}
                    onClick={() => move(g, 1)}
                  >
                    <span class="visually-hidden">{words().policy.down}</span>
                  </Button>
                </Show>
                <Show when={props.groups.length > 1}>
                  <Button
                    class="btn--icon"
                    variant="quiet"
                    icon="close"
                    onClick={() => change((groups) => groups.filter((_, place) => place !== g))}
                  >
                    <span class="visually-hidden">{words().policy.remove}</span>
                  </Button>
                </Show>
              </span>
            </div>
            <GroupMatrix saving={props.saving} setDraft={props.setDraft} group={group()} place={g} />
          </section>
        )}
      </Index>
    </section>
  )
}

interface GroupMatrixProps extends Pick<RuleGroupsProps, 'saving' | 'setDraft'> {
  group: GroupDraft
  place: number
}

function GroupMatrix(props: GroupMatrixProps): JSX.Element {
  const nameOf = (severity: Severity | ''): string =>
    severity ? t().severities[severity] : words().policy.anySeverity
  const change = (act: (rows: RowDraft[]) => RowDraft[]): void =>
    props.setDraft('groups', props.place, 'rows', act)
  const unused = (): Severity[] =>
    fromSevere.filter((severity) => !props.group.rows.some((row) => row.severity === severity))
  return (
    <>
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">{words().policy.severity}</th>
            <For each={deadlineKinds}>{(kind) => <th scope="col">{t().deadlines[kind]}</th>}</For>
            <td />
          </tr>
        </thead>
        <tbody>
          <Index each={props.group.rows}>
            {(row, r) => (
              <tr>
                <th scope="row">
                  <BareSelect
                    label={words().policy.severity}
                    value={row().severity}
                    placeholder={words().policy.anySeverity}
                    options={fromSevere.map((value) => ({ value, label: t().severities[value] }))}
                    onValue={(value) =>
                      props.setDraft(
                        'groups',
                        props.place,
                        'rows',
                        r,
                        'severity',
                        value as RowDraft['severity'],
                      )
                    }
                  />
                </th>
                <For each={deadlineKinds}>
                  {(kind) => (
                    <td>
                      <span class="matrix__kind">{t().deadlines[kind]}</span>
                      <TargetCell
                        id={props.saving.idOf(`groups.${props.place}.${r}.${kind}`)}
                        error={props.saving.error(`groups.${props.place}.${r}.${kind}`)}
                        severity={nameOf(row().severity)}
                        kind={kind}
                        target={row().targets[kind]}
                        onTarget={(part) =>
                          props.setDraft('groups', props.place, 'rows', r, 'targets', kind, part)
                        }
                      />
                    </td>
                  )}
                </For>
                <td>
                  <Show when={props.group.rows.length > 1}>
                    <Button
                      class="btn--icon"
                      variant="quiet"
                      icon="close"
                      onClick={() => change((rows) => rows.filter((_, place) => place !== r))}
                    >
                      <span class="visually-hidden">{words().policy.removeRow(nameOf(row().severity))}</span>
                    </Button>
                  </Show>
                </td>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
      <Show when={unused().length > 0}>
        <div class="cluster">
          <Button
            variant="quiet"
            icon="plus"
            onClick={() => change((rows) => [...rows, emptyRow(unused()[0] ?? '')])}
          >
            {words().policy.addRow}
          </Button>
        </div>
      </Show>
    </>
  )
}
