import { createEffect, createMemo, createSignal, type JSX, on, Show, untrack } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { createData } from '../data/createData.ts'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import {
  PreviewSlaPolicyDocument,
  SetSlaPolicyDocument,
  SettingsPolicyDocument,
  type SlaPolicyInput,
} from '../gql/graphql.ts'
import { Loaded } from '../shell/Loaded.tsx'
import { Button } from '../ui/Button.tsx'
import { showToast } from '../ui/showToast.ts'
import { createDraft } from './createDraft.ts'
import { createSaving } from './createSaving.ts'
import { LadderFields } from './LadderFields.tsx'
import { type Meeting, meetOthers } from './meetOthers.ts'
import { MovesPreview } from './MovesPreview.tsx'
import { checkPolicy, type Policy, type PolicyDraft, policyDraft, policyInput } from './policyDraft.ts'
import { RuleGroups } from './RuleGroups.tsx'
import { SavingErrors } from './SavingErrors.tsx'
import { undoing } from './undoing.ts'
import { WarningFields } from './WarningFields.tsx'
import { words } from './words.ts'

/** How long everything may take, and what happens when it takes longer. */
export function PolicySection(): JSX.Element {
  const data = createData(SettingsPolicyDocument, () => ({}))
  return (
    <Loaded data={data} height="24rem">
      {(value) => <PolicyForm policy={value().slaPolicy} />}
    </Loaded>
  )
}

function PolicyForm(props: { policy: Policy }): JSX.Element {
  const saving = createSaving('policy')
  const inForce = createMemo(() => JSON.stringify(policyInput(policyDraft(props.policy))))
  const [base, setBase] = createSignal(untrack(inForce))
  let version = untrack(() => props.policy.version)
  const [draft, setDraft, drop] = createDraft(
    'policy',
    untrack(() => policyDraft(unwrap(props.policy))),
  )
  const problems = createMemo(() => checkPolicy(draft))
  const written = createMemo(() => JSON.stringify(policyInput(draft)))
  const isChanged = (): boolean => written() !== base() || Object.keys(problems()).length > 0
  const isChangedByOthers = (): boolean => isChanged() && inForce() !== base() && inForce() !== written()
  const takeOver = (): void => {
    saving.forget()
    setBase(inForce())
    version = props.policy.version
    drop(policyDraft(unwrap(props.policy)))
  }
  createEffect(on(inForce, () => !isChanged() && takeOver(), { defer: true }))
  const put = async (input: SlaPolicyInput, expectedVersion: number | undefined) => {
    const { setSlaPolicy } = await request(SetSlaPolicyDocument, { input: { ...input, expectedVersion } })
    version = setSlaPolicy.slaPolicy.version
    return setSlaPolicy
  }
  /** The callout above the form shows what others have set. */
  const meeting: Meeting<Policy> = {
    seen: () => ({ ...props.policy, version }),
    onSeen: (policy) => void (version = policy.version),
    read: async () => (await request(SettingsPolicyDocument, {})).slaPolicy,
    takeOver: () => [words().policy.changedMeanwhile],
  }
  /** The form follows at once: the page may not have read the policy in between, and then sees no change. */
  const putBack = async (
    before: SlaPolicyInput,
    draftBefore: PolicyDraft,
    expectedVersion: number,
  ): Promise<void> => {
    await put(before, expectedVersion)
    if (isChanged()) return
    setBase(JSON.stringify(before))
    drop(draftBefore)
  }
  let form!: HTMLFormElement
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (!isChanged()) {
      showToast({ text: words().preview.unchanged })
      return
    }
    await saving.save(problems, () =>
      meetOthers(meeting, async (expectedVersion) => {
        const before = JSON.parse(inForce()) as SlaPolicyInput
        const draftBefore = policyDraft(unwrap(props.policy))
        const input = policyInput(draft)
        const { movedDeadlines, slaPolicy } = await put(input, expectedVersion)
        setBase(JSON.stringify(input))
        drop()
        revalidateAll()
        showToast({
          text: words().policy.savedDone(movedDeadlines),
          undo: () => void undoing(() => putBack(before, draftBefore, slaPolicy.version)),
        })
      }),
    )
  }
  const discard = (): void => {
    takeOver()
    form.querySelector<HTMLElement>('[type=submit]')?.focus()
  }
  return (
    <form class="policy" ref={form} onSubmit={submit} novalidate>
      <SavingErrors saving={saving} />
      <Show when={isChangedByOthers()}>
        <div class="callout callout--soon" role="alert">
          <p>{words().policy.changedMeanwhile}</p>
          <div class="cluster">
            <Button onClick={takeOver}>{words().policy.seeTheirs}</Button>
          </div>
        </div>
      </Show>
      <RuleGroups saving={saving} groups={draft.groups} setDraft={setDraft} />
      <WarningFields saving={saving} warnings={draft.warnings} setDraft={setDraft} />
      <LadderFields saving={saving} ladder={draft.ladder} setDraft={setDraft} />
      <div class="policy__foot">
        <MovesPreview
          document={PreviewSlaPolicyDocument}
          variables={
            isChanged() && Object.keys(problems()).length === 0
              ? { input: JSON.parse(written()) as SlaPolicyInput }
              : undefined
          }
          waiting={isChanged() ? words().preview.waiting : words().preview.unchanged}
        />
        <div class="cluster">
          <Button type="submit" variant="primary" busy={saving.busy()}>
            {words().save}
          </Button>
          <Show when={isChanged()}>
            <Button variant="quiet" onClick={discard}>
              {words().policy.discard}
            </Button>
          </Show>
        </div>
      </div>
    </form>
  )
}
