import { createMemo, type JSX, Show } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { createData } from '../data/createData.ts'
import { request } from '../data/request.ts'
import { revalidateAll } from '../data/revision.ts'
import { EditAgencyDocument, FocalPointsDocument, SettingsAgencyDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
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
import { type Meeting, meetOthers, takeOverFields } from './meetOthers.ts'
import { SavingErrors } from './SavingErrors.tsx'
import type { SettledAgency } from './SettledAgency.ts'
import { undoing } from './undoing.ts'
import { wordOf, words } from './words.ts'

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

interface AboutFacts extends AgencyFacts {
  /** Empty: nobody. */
  focalPointId: string
}

interface SeenAgency {
  code: string
  version: number
  facts: AboutFacts
}

interface AboutDraft extends AboutFacts {
  /** What it is written over. */
  seen: SeenAgency
}

function aboutFacts({ nameFa, nameEn, kind, field, focalPointId }: AboutFacts): AboutFacts {
  return { nameFa, nameEn, kind, field, focalPointId }
}

function seenOf(agency: SettledAgency): SeenAgency {
  const { code, version, focalPoint } = agency
  return { code, version, facts: aboutFacts({ ...agency, focalPointId: focalPoint?.id ?? '' }) }
}

function AboutForm(props: { agency: SettledAgency }): JSX.Element {
  const saving = createSaving('agency')
  const people = createData(FocalPointsDocument, () => ({ agencyCode: props.agency.code }))
  const officials = createMemo(() =>
    (people.value?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
  )
  // oxlint-disable-next-line solid/reactivity -- what is being written stays while newer data come
  const start = seenOf(unwrap(props.agency))
  const [draft, setDraft, drop] = createDraft<AboutDraft>(`agency.${start.code}`, {
    ...start.facts,
    seen: start,
  })
  /** Puts them in the place of what was seen, and the form follows. */
  const put = async (facts: AboutFacts, expectedVersion: number | undefined): Promise<number> => {
    const { code } = start
    const input = { ...facts, code, expectedVersion, focalPointId: facts.focalPointId || null }
    const { version } = (await request(EditAgencyDocument, { input })).editAgency.agency
    drop({ ...facts, seen: { code, version, facts } })
    return version
  }
  const wordsOf = (field: keyof AboutFacts, of: AboutFacts): string => {
    if (field === 'field') return t().fields[of.field]
    if (field === 'kind') return wordOf(words().agencies.kinds, of.kind)
    if (field !== 'focalPointId') return of[field]
    return officials().find(({ value }) => value === of.focalPointId)?.label ?? words().agencies.nobody
  }
  const meeting: Meeting<SeenAgency> = {
    seen: () => draft.seen,
    onSeen: (seen) => setDraft({ seen }),
    read: async () => {
      const { agency } = await request(SettingsAgencyDocument, { code: start.code })
      return agency && seenOf(agency)
    },
    takeOver: (...sides) =>
      takeOverFields(
        unwrap(draft),
        (part) => setDraft(part),
        [sides[0].facts, sides[1].facts],
        (field, was, is) =>
          words().change(
            field === 'focalPointId' ? words().agencies.focalPoint : words().agencies[field],
            wordsOf(field, was),
            wordsOf(field, is),
          ),
      ),
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    await saving.save(
      () => checkNames(draft),
      () =>
        meetOthers(meeting, async (expectedVersion) => {
          const before = unwrap(draft).seen.facts
          const version = await put(aboutFacts(unwrap(draft)), expectedVersion)
          revalidateAll()
          const giveBack = async (): Promise<void> => void (await put(before, version))
          showToast({ text: words().saved, undo: () => void undoing(giveBack) })
        }),
    )
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
