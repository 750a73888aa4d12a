import { For, type JSX } from 'solid-js'
import { dateText } from '../data/dateText.ts'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import { type ActivationStage, EditAgencyDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { showToast } from '../ui/showToast.ts'
import { createDraft } from './createDraft.ts'
import { createSaving } from './createSaving.ts'
import { SavingErrors } from './SavingErrors.tsx'
import type { SettledAgency } from './SettledAgency.ts'
import { words } from './words.ts'
import { Said } from '../obstacles/Said.tsx'

/** How far the agency has come, changed with a reason, and every change before. */
export function AgencyStage(props: { agency: SettledAgency }): JSX.Element {
  const saving = createSaving('stage')
  // oxlint-disable-next-line solid/reactivity -- the page is about one agency
  const [draft, setDraft, drop] = createDraft(`stage.${props.agency.code}`, { stage: '', stageReason: '' })
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const stage = draft.stage as ActivationStage
    const isSaved = await saving.save(
      () => ({
        ...(stage && draft.stage !== props.agency.stage ? {} : { stage: words().agencies.stageSame }),
        ...(draft.stageReason.trim() ? {} : { stageReason: words().required }),
      }),
      async () => {
        const { code, version: expectedVersion } = props.agency
        const input = { code, expectedVersion, stage, stageReason: draft.stageReason }
        await request(EditAgencyDocument, { input })
      },
    )
    if (!isSaved) return
    drop({ stage: '', stageReason: '' })
    revalidateAll()
    showToast({ text: words().agencies.stageDone(t().stages[stage]) })
  }
  return (
    <section class="panel" aria-labelledby="agency-stage">
      <div class="panel__head">
        <h3 class="panel__title" id="agency-stage">
          {words().agencies.stage}
        </h3>
        <p class="panel__note">{words().agencies.stageNow(t().stages[props.agency.stage])}</p>
      </div>
      <form class="form" onSubmit={submit} novalidate>
        <SavingErrors saving={saving} />
        <Select
          id={saving.idOf('stage')}
          label={words().agencies.stageNext}
          value={draft.stage}
          error={saving.error('stage')}
          placeholder=""
          options={Object.entries(t().stages)
            .filter(([value]) => value !== props.agency.stage)
            .map(([value, label]) => ({ value, label }))}
          onValue={(stage) => setDraft({ stage })}
        />
        <TextArea
          id={saving.idOf('stageReason')}
          label={words().agencies.stageReason}
          hint={words().agencies.stageReasonHint}
          rows={2}
          value={draft.stageReason}
          error={saving.error('stageReason')}
          onValue={(stageReason) => setDraft({ stageReason })}
        />
        <div class="cluster">
          <Button type="submit" busy={saving.busy()}>
            {words().agencies.stageSave}
          </Button>
        </div>
      </form>
      <h4 class="panel__title">{words().agencies.history}</h4>
      <ul class="past">
        <For
          each={props.agency.stageChanges}
          fallback={<li class="muted">{words().agencies.historyNone}</li>}
        >
          {(change) => (
            <li class="past__item">
              <p>{words().agencies.change(t().stages[change.before], t().stages[change.after])}</p>
              <p>
                <Said text={change.reason} />
              </p>
              <p class="muted">
                <bdi>{change.by.name}</bdi>
                {t().comma}
                <time datetime={change.at}>
                  {dateText(Date.parse(change.at), { time: true, year: true })}
                </time>
              </p>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
