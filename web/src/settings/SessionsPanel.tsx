import { For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { dateText } from '../data/dateText.ts'
import { request } from '../data/request.ts'
import { revalidate } from '../data/revision.ts'
import {
  EndOtherSessionsDocument,
  EndSessionDocument,
  OwnSessionsDocument,
  type OwnSessionsQuery,
} from '../gql/graphql.ts'
import { toastRefusal } from '../shell/toastRefusal.ts'
import { Loaded } from '../shell/Loaded.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { showToast } from '../ui/showToast.ts'
import { words } from './words.ts'

type Session = OwnSessionsQuery['sessions'][number]

/** Where one is signed in, and the way to end that elsewhere. */
export function SessionsPanel(): JSX.Element {
  const data = createData(OwnSessionsDocument, () => ({}))
  const sessions = (): Session[] => data.value?.sessions ?? []
  return (
    <section class="panel panel--rows" aria-labelledby="account-sessions">
      <div class="panel__head">
        <h2 class="panel__title" id="account-sessions">
          {words().sessions.title}
        </h2>
        <p class="panel__note">{words().sessions.note}</p>
      </div>
      <Loaded data={data} height="4rem">
        <ul class="rows">
          <For each={sessions()}>{(session) => <SessionRow session={session} />}</For>
        </ul>
        <Show when={sessions().length > 1}>
          <div class="rows__foot">
            <Button onClick={() => void end(endOthers, words().sessions.othersEnded)}>
              {words().sessions.endOthers}
            </Button>
          </div>
        </Show>
      </Loaded>
    </section>
  )
}

function SessionRow(props: { session: Session }): JSX.Element {
  const device = (): string => props.session.device ?? words().sessions.unknown
  const day = (instant: string): string => dateText(Date.parse(instant), { time: true })
  return (
    <li class="rows__item">
      <div class="rows__main">
        <b>
          <bdi>{device()}</bdi>
        </b>
        <div class="rows__note">
          {words().sessions.signedIn(day(props.session.signedInAt))}
          <Show when={!props.session.current}>
            {' · '}
            {words().sessions.used(day(props.session.lastUsedAt))}
          </Show>
        </div>
      </div>
      <Show
        when={!props.session.current}
        fallback={
          <span class="tag">
            <Icon name="check" />
            {words().sessions.here}
          </span>
        }
      >
        <Button
          variant="quiet"
          onClick={() => void end(() => endOne(props.session.id), words().sessions.ended(device()))}
        >
          {words().sessions.end} <span class="visually-hidden">{device()}</span>
        </Button>
      </Show>
    </li>
  )
}

const endOne = (id: string): Promise<unknown> => request(EndSessionDocument, { id })
const endOthers = (): Promise<unknown> => request(EndOtherSessionsDocument, {})

async function end(act: () => Promise<unknown>, done: string): Promise<void> {
  try {
    await act()
    showToast({ text: done })
  } catch (error) {
    toastRefusal(error)
  }
  revalidate()
}
