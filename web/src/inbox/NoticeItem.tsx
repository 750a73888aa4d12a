import { type JSX, Match, Show, Switch } from 'solid-js'
import { timezone } from '../data/session.ts'
import type { NoticeKind } from '../gql/graphql.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { formatTime } from '../i18n/formatJalali.ts'
import { localText } from '../i18n/localText.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { Notice } from './noticeDays.ts'
import { Said } from '../obstacles/Said.tsx'
import { directionOf, languageOf } from '../i18n/languageOf.ts'

const icons: Record<NoticeKind, string> = {
  ASSIGNED: 'inbox',
  MENTIONED: 'user',
  COMMENTED: 'comment',
  WARNED: 'soon',
  BREACHED: 'over',
  ESCALATED: 'ladder',
  WAITING: 'pause',
  RESUMED: 'timer',
  RESOLVED: 'check',
  VERIFIED: 'met',
  REOPENED: 'undo',
  REJECTED: 'close',
  MERGED: 'link',
  JOINED: 'agency',
  EXTENSION_REQUESTED: 'calendar-clock',
  EXTENSION_DECIDED: 'gavel',
  DEADLINES_MOVED: 'calendar',
}

/** What somebody wrote is told with these. */
const withWords: readonly NoticeKind[] = ['MENTIONED', 'COMMENTED']

/** One notice: its sentence leads to the obstacle, and opening it reads it. */
export function NoticeItem(props: { notice: Notice; onRead(): void }): JSX.Element {
  const isUnread = (): boolean => props.notice.readAt === null
  const open = (): void => {
    if (isUnread()) props.onRead()
  }
  const words = (): string | null | undefined =>
    withWords.includes(props.notice.kind) ? props.notice.event?.comment : null
  return (
    <li class="note" classList={{ 'note--unread': isUnread() }} data-kind={props.notice.kind}>
      <span class="note__mark">
        <Icon name={icons[props.notice.kind]} />
      </span>
      <div class="note__body">
        <Switch fallback={<p class="note__text">{props.notice.text}</p>}>
          <Match when={placeOf(props.notice)}>
            {(href) => (
              <a class="note__text" href={href()} onClick={open}>
                <Show when={isUnread()}>
                  <span class="visually-hidden">{t().inbox.unread}: </span>
                </Show>
                {props.notice.text}
              </a>
            )}
          </Match>
        </Switch>
        <Show when={props.notice.obstacle}>
          {(obstacle) => (
            <p class="note__about">
              <Said text={obstacle().title} />
            </p>
          )}
        </Show>
        <Show when={words()}>
          {(text) => (
            <p class="note__words" lang={languageOf(text())} dir={directionOf(text())}>
              {localText(text())}
            </p>
          )}
        </Show>
      </div>
      <time class="note__time" datetime={props.notice.at}>
        {formatTime(Date.parse(props.notice.at), timezone())}
      </time>
      <span class="note__act">
        <Show when={isUnread()}>
          <Button
            variant="quiet"
            class="btn--icon"
            icon="check"
            title={t().inbox.read}
            onClick={() => props.onRead()}
          >
            <span class="visually-hidden">
              {t().inbox.read}: {props.notice.text}
            </span>
          </Button>
        </Show>
      </span>
    </li>
  )
}

/** Where a notice leads to; nowhere where the viewer no longer sees the obstacle. */
function placeOf({ obstacle, kind }: Notice): string | undefined {
  if (obstacle) return `/o/${numberOfRef(obstacle.ref)}`
  return kind === 'DEADLINES_MOVED' ? '/my-work' : undefined
}
