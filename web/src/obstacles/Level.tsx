import type { JSX } from 'solid-js'
import { t } from '../i18n/t.ts'

/** The rung of the ladder that an obstacle has reached, 1 to 5: bars and word. */
export function Level(props: { level: number }): JSX.Element {
  return (
    <span class="level" data-level={props.level}>
      <span class="level__bars" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
      </span>
      {t().obstacle.level(props.level)}
      <span class="visually-hidden">{t().obstacle.levelOf}</span>
    </span>
  )
}
