import { createSignal, For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { civilDateText, dateText } from '../data/dateText.ts'
import { revalidate } from '../data/revision.ts'
import { calendar, timezone } from '../data/session.ts'
import { WhyThisDateDocument, type WhyThisDateQuery } from '../gql/graphql.ts'
import { formatDuration } from '../i18n/formatDuration.ts'
import { formatTime } from '../i18n/formatJalali.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'

type Why = NonNullable<WhyThisDateQuery['obstacle']>['deadlines'][number]['why']
type Span = Why['pauses'][number]

/** How a due date came about, asked for when it is opened. */
export function WhyThisDate(props: { obstacleId: string; deadlineId: string }): JSX.Element {
  const [isOpen, setOpen] = createSignal(false)
  const data = createData(WhyThisDateDocument, () => (isOpen() ? { id: props.obstacleId } : undefined))
  const why = (): Why | undefined =>
    data.value?.obstacle?.deadlines.find(({ id }) => id === props.deadlineId)?.why
  return (
    <details class="why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="why__ask">{t().dossier.why}</summary>
      <Show
        when={why()}
        fallback={
          <Show when={data.error} fallback={<Skeleton height="3rem" />}>
            {(error) => (
              <p class="why__answer">
                {error().message} <Button onClick={revalidate}>{t().retry}</Button>
              </p>
            )}
          </Show>
        }
      >
        {(value) => <Answer why={value()} />}
      </Show>
    </details>
  )
}

function Answer(props: { why: Why }): JSX.Element {
  return (
    <div class="why__answer stack">
      <p>{props.why.text}</p>
      <dl class="why__facts">
        <Facts title={t().dossier.whyCounted} each={props.why.counted} text={spanText} />
        <Facts title={t().dossier.whySkipped} each={props.why.skipped} text={skippedText} />
        <Facts title={t().dossier.whyPauses} each={props.why.pauses} text={spanText} />
        <Facts
          title={t().dossier.whyExtensions}
          each={props.why.extensions}
          text={({ until, decidedBy }) =>
            t().dossier.extensionGranted(civilDateText(until), decidedBy?.name ?? '')
          }
        />
        <Show when={props.why.cappedBy}>
          {(milestone) => (
            <div>
              <dt>{t().dossier.whyCap}</dt>
              <dd>
                {milestone().name}
                {t().comma}
                {civilDateText(milestone().dueDate)}
              </dd>
            </div>
          )}
        </Show>
      </dl>
    </div>
  )
}

function Facts<Fact>(props: { title: string; each: readonly Fact[]; text(fact: Fact): string }): JSX.Element {
  return (
    <Show when={props.each.length > 0}>
      <div>
        <dt>{props.title}</dt>
        <For each={props.each}>{(fact) => <dd>{props.text(fact)}</dd>}</For>
      </div>
    </Show>
  )
}

/** A weekend needs no reason beside its own name. */
function skippedText({ date, reason }: Why['skipped'][number]): string {
  const day = civilDateText(date)
  return day.startsWith(reason) ? day : `${day}: ${reason}`
}

function spanText({ from, to, minutes }: Span): string {
  const length = formatDuration(minutes, calendar()?.minutesPerDay ?? 1, 2)
  const start = dateText(Date.parse(from), { time: true })
  if (to === null) return t().dossier.stretch(start, t().dossier.stillPaused, length)
  const isOneDay = dateText(Date.parse(from)) === dateText(Date.parse(to))
  const end = isOneDay ? formatTime(Date.parse(to), timezone()) : dateText(Date.parse(to), { time: true })
  return t().dossier.stretch(start, end, length)
}
