import { createMemo, type JSX, Show } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { createData } from '../data/createData.ts'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import { EditAgencyDocument, FocalPointsDocument, SettingsAgencyDocument } from '../gql/graphql.ts'
import { Loaded } from '../shell/Loaded.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Select } from '../ui/Select.tsx'
import { showToast } from '../ui/showToast.ts'
import { type AgencyFacts, AgencyFields, checkNames } from './AgencyFields.tsx'
import { AgencyServices } from './AgencyServices.tsx'
import { AgencyStage } from './AgencyStage.tsx'
import { createDraft } from './createDraft.ts'
import { createSaving } from './createSaving.ts'
import { SavingErrors } from './SavingErrors.tsx'
import type { SettledAgency } from './SettledAgency.ts'
import { undoing } from './undoing.ts'
import { words } from './words.ts'

/** One agency: what it is, how far it has come, and what it offers. */
export function AgencySettings(props: { code: string }): JSX.Element {
  const data = createData(SettingsAgencyDocument, () => ({ code: props.code }))
  return (
    <>
      <a class="link settings__back" href="/settings/agencies">
        <Icon name="chevron-start" />
        {words().agencies.back}
      </a>
      <Loaded data={data} height="24rem">
        {(value) => (
          <Show
            when={value().agency}
            fallback={
              <Empty icon="search" title={words().agencies.missing} text={words().agencies.noneText} />
            }
          >
            {(agency) => (
              <>
                <h2 class="settings__title">
                  <bdi>{agency().name}</bdi>
                </h2>
                <div class="settings__pair">
                  <AboutForm agency={agency()} />
                  <AgencyStage agency={agency()} />
                </div>
                <AgencyServices agency={agency()} />
              </>
            )}
          </Show>
        )}
      </Loaded>
    </>
  )
}

function AboutForm(props: { agency: SettledAgency }): JSX.Element {
  const saving = createSaving('agency')
  const people = createData(FocalPointsDocument, () => ({ agencyCode: props.agency.code }))
  const officials = createMemo(() =>
    (people.value?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
  )
  // oxlint-disable-next-line solid/reactivity -- what is being written stays while newer data come
  const [draft, setDraft, drop] = createDraft(`agency.${props.agency.code}`, {
    nameFa: props.agency.nameFa,
    nameEn: props.agency.nameEn,
    kind: props.agency.kind,
    field: props.agency.field,
    focalPointId: props.agency.focalPoint?.id ?? '',
  })
  const giveBack = (before: AgencyFacts & { code: string; focalPointId: string | null }): Promise<void> =>
    undoing(async () => {
      await request(EditAgencyDocument, { input: before })
      const { code: _code, focalPointId, ...facts } = before
      drop({ ...facts, focalPointId: focalPointId ?? '' })
    })
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { nameFa, nameEn, kind, field, focalPoint, code } = unwrap(props.agency)
    const before = { code, nameFa, nameEn, kind, field, focalPointId: focalPoint?.id ?? null }
    const isSaved = await saving.save(
      () => checkNames(draft),
      async () => {
        const input = { ...draft, code, focalPointId: draft.focalPointId || null }
        await request(EditAgencyDocument, { input })
      },
    )
    if (!isSaved) return
    drop()
    revalidateAll()
    showToast({ text: words().saved, undo: () => void giveBack(before) })
  }
  return (
    <section class="panel" aria-labelledby="agency-about">
      <h3 class="panel__title" id="agency-about">
        {words().agencies.about}
      </h3>
      <form class="form" onSubmit={submit} novalidate>
        <SavingErrors saving={saving} />
        <AgencyFields saving={saving} value={draft} onValue={(part) => setDraft(part)} />
        <Select
          id={saving.idOf('focalPointId')}
          label={words().agencies.focalPoint}
          hint={words().agencies.focalPointHint}
          value={draft.focalPointId}
          error={saving.error('focalPointId')}
          placeholder={words().agencies.nobody}
          options={officials()}
          onValue={(focalPointId) => setDraft({ focalPointId })}
        />
        <div class="cluster">
          <Button type="submit" variant="primary" busy={saving.busy()}>
            {words().save}
          </Button>
        </div>
      </form>
    </section>
  )
}
