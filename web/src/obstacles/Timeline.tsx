import { createSignal, For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { dateText } from '../data/dateText.ts'
import { revisionOfSettings } from '../data/revision.ts'
import {
  EditChoicesDocument,
  type EventKind,
  EarlierEventsDocument,
  type RungFragment,
  type TimelineEventFragment,
} from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { CommentText } from './CommentText.tsx'
import type { AttachedFile, DossierObstacle } from './DossierObstacle.ts'
import { actorOf, changeLines, eventText, wordsOf } from './eventText.ts'
import { FileLink } from './FileLink.tsx'

type EventPage = DossierObstacle['timeline']
type Filter = 'all' | 'comments' | 'deadlines'

const filters: readonly Filter[] = ['all', 'comments', 'deadlines']

const ofDeadlines: readonly EventKind[] = [
  'WAITING',
  'RESUMED',
  'EXTENSION_REQUESTED',
  'EXTENSION_DECIDED',
  'WARNED',
  'BREACHED',
  'BREACH_WITHDRAWN',
  'ESCALATED',
  'DEADLINE_MOVED',
]

const icons: Partial<Record<EventKind, string>> = {
  LOGGED: 'plus',
  ATTACHED: 'paperclip',
  EDITED: 'edit',
  ASSIGNED: 'inbox',
  ACKNOWLEDGED: 'eye',
  STARTED: 'work',
  WAITING: 'pause',
  RESUMED: 'timer',
  RESOLVED: 'check',
  VERIFIED: 'met',
  REOPENED: 'undo',
  REJECTED: 'close',
  MERGED: 'link',
  JOINED: 'agency',
  LEFT: 'agency',
  EXTENSION_REQUESTED: 'calendar-clock',
  EXTENSION_DECIDED: 'gavel',
  WARNED: 'soon',
  BREACHED: 'over',
  BREACH_WITHDRAWN: 'history',
  ESCALATED: 'ladder',
  DEADLINE_MOVED: 'calendar',
}

const tones: Partial<Record<EventKind, string>> = {
  WAITING: 'event__mark--paused',
  BREACHED: 'event__mark--over',
  ESCALATED: 'event__mark--over',
  VERIFIED: 'event__mark--met',
}

export interface TimelineProps {
  obstacleId: string
  page: EventPage
  files: readonly AttachedFile[]
  ladder: readonly RungFragment[]
  children?: JSX.Element
}

/** What happened to an obstacle, the newest last; `children` is what follows on it. */
export function Timeline(props: TimelineProps): JSX.Element {
  const [filter, setFilter] = createSignal<Filter>('all')
  const needsNames = (): boolean =>
    props.page.edges.some(({ node }) => node.changes.some(({ field }) => field === 'affectedAgencyCodes'))
  const choices = createData(EditChoicesDocument, () => (needsNames() ? {} : undefined), revisionOfSettings)
  const agencyName = (code: string): string =>
    choices.value?.agencies.find((agency) => agency.code === code)?.name ?? code
  const fileOf = ({ at, comment }: TimelineEventFragment): AttachedFile | undefined =>
    props.files.find((file) => file.uploadedAt === at && file.name === comment)
  return (
    <section aria-labelledby="timeline" class="stack">
      <div class="cluster cluster--apart">
        <h2 class="panel__title" id="timeline">
          {t().dossier.timeline}
        </h2>
        <div class="segmented" role="group" aria-label={t().dossier.timelineFilter}>
          <For each={filters}>
            {(name) => (
              <button
                type="button"
                class="segmented__item"
                aria-pressed={name === filter()}
                onClick={() => setFilter(name)}
              >
                {t().dossier.filters[name]}
              </button>
            )}
          </For>
        </div>
      </div>
      <ol class="timeline">
        <Events
          obstacleId={props.obstacleId}
          page={props.page}
          after={0}
          filter={filter()}
          ladder={props.ladder}
          agencyName={agencyName}
          fileOf={fileOf}
        />
      </ol>
      {props.children}
    </section>
  )
}

interface EventsProps {
  obstacleId: string
  page: EventPage
  /** How many events stand below. */
  after: number
  filter: Filter
  ladder: readonly RungFragment[]
  agencyName: (code: string) => string
  /** The file that an event tells of. */
  fileOf: (event: TimelineEventFragment) => AttachedFile | undefined
}

/** One page of events, which asks for the one before above itself: what is newest is seen first, and stands last. */
function Events(props: EventsProps): JSX.Element {
  const [goesOn, setGoesOn] = createSignal(false)
  const shown = (): number => props.after + props.page.edges.length
  const events = (): TimelineEventFragment[] =>
    props.page.edges.map(({ node }) => node).filter((event) => isShown(event, props.filter))
  const earlier = createData(EarlierEventsDocument, () => {
    const { startCursor } = props.page.pageInfo
    return goesOn() && startCursor ? { id: props.obstacleId, before: startCursor } : undefined
  })
  return (
    <>
      <Show when={props.page.pageInfo.hasPreviousPage}>
        <Show
          when={goesOn()}
          fallback={
            <li>
              <Button onClick={() => setGoesOn(true)}>
                {t().dossier.earlierEvents(props.page.totalCount - shown())}
              </Button>
            </li>
          }
        >
          <Show
            when={earlier.value?.obstacle}
            fallback={
              <li aria-busy="true">
                <Skeleton />
              </li>
            }
          >
            {(obstacle) => (
              <Events
                obstacleId={props.obstacleId}
                page={obstacle().timeline}
                after={shown()}
                filter={props.filter}
                ladder={props.ladder}
                agencyName={props.agencyName}
                fileOf={props.fileOf}
              />
            )}
          </Show>
        </Show>
      </Show>
      <Show when={props.after === 0 && events().length === 0 && !props.page.pageInfo.hasPreviousPage}>
        <li class="muted text-sm">{t().dossier.noEvents}</li>
      </Show>
      <For each={events()}>
        {(event) => (
          <EventItem
            event={event}
            ladder={props.ladder}
            agencyName={props.agencyName}
            fileOf={props.fileOf}
          />
        )}
      </For>
    </>
  )
}

interface EventItemProps extends Pick<EventsProps, 'ladder' | 'agencyName' | 'fileOf'> {
  event: TimelineEventFragment
}

function EventItem(props: EventItemProps): JSX.Element {
  const actor = (): string | undefined => actorOf(props.event)
  const lines = (): string[] => changeLines(props.event, props.agencyName)
  return (
    <li class="event">
      <span class={`event__mark ${tones[props.event.kind] ?? ''}`}>
        <Show when={icons[props.event.kind]} fallback={<Avatar name={actor()} />}>
          {(name) => <Icon name={name()} />}
        </Show>
      </span>
      <div>
        <p class="event__line">
          <Show when={actor()}>
            {(name) => (
              <>
                <b>
                  <bdi>{name()}</bdi>
                </b>{' '}
              </>
            )}
          </Show>
          {eventText(props.event, props.ladder)}{' '}
          <time class="event__time" datetime={props.event.at}>
            {dateText(Date.parse(props.event.at), { time: true, near: true })}
          </time>
        </p>
        <Show when={lines().length > 0}>
          <ul class="event__changes">
            <For each={lines()}>{(line) => <li dir="auto">{line}</li>}</For>
          </ul>
        </Show>
        <Show when={wordsOf(props.event)}>
          {(words) => (
            <Show when={actor()} fallback={<p class="event__changes">{words()}</p>}>
              <div class="event__body">
                <Show
                  when={props.event.kind === 'ATTACHED'}
                  fallback={<CommentText text={words()} mentions={props.event.mentions} />}
                >
                  <p class="attach">
                    <FileLink name={words()} file={props.fileOf(props.event)} />
                  </p>
                </Show>
              </div>
            </Show>
          )}
        </Show>
      </div>
    </li>
  )
}

function isShown(event: TimelineEventFragment, filter: Filter): boolean {
  if (filter === 'comments') return event.kind === 'COMMENTED'
  return filter === 'all' || ofDeadlines.includes(event.kind)
}
