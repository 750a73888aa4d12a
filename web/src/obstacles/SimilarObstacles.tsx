import { createUniqueId, For, type JSX, Show } from 'solid-js'
import { createData } from '../data/createData.ts'
import { type CardFragment, SimilarObstaclesDocument } from '../gql/graphql.ts'
import { numberOfRef } from '../i18n/formatRef.ts'
import { localText } from '../i18n/localText.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { createPaused } from '../ui/createPaused.ts'
import { Icon } from '../ui/Icon.tsx'
import { isTelling } from './logDraft.ts'
import { markWords } from './markWords.ts'
import { placeOf } from './placeOf.ts'
import { Ref } from './Ref.tsx'
import { SlaChip } from './SlaChip.tsx'
import { directionOf, languageOf } from '../i18n/languageOf.ts'

/** Less alike than this is not worth a look. */
const MIN_SCORE = 0.25

export interface SimilarObstaclesProps {
  title: string
  /** Left out where nothing is being written that could be joined to one of them. */
  onJoin?: (obstacle: CardFragment) => void
}

/** Obstacles that read like a text. What was found stays while something newer is looked for. */
export function SimilarObstacles(props: SimilarObstaclesProps): JSX.Element {
  const headingId = createUniqueId()
  const title = createPaused(() => props.title.trim())
  const text = (): string => (isTelling(title()) ? title() : '')
  const data = createData(SimilarObstaclesDocument, () => (text() ? { text: text() } : undefined))
  const found = (): CardFragment[] => {
    if (!text()) return []
    return (data.value?.similarObstacles ?? [])
      .filter(({ score }) => score >= MIN_SCORE)
      .map(({ obstacle }) => obstacle)
  }
  return (
    <>
      <p class="visually-hidden" role="status">
        {found().length > 0 ? t().log.similar(found().length) : ''}
      </p>
      <Show when={found().length > 0}>
        <section class="suggest" aria-labelledby={headingId} aria-busy={data.loading}>
          <h2 class="suggest__head" id={headingId}>
            <Icon name="search" />
            {t().log.similar(found().length)}
            <Show when={props.onJoin}>
              <span class="suggest__note">{t().log.similarNote}</span>
            </Show>
          </h2>
          <ul class="suggest__list">
            <For each={found()}>
              {(obstacle) => (
                <li class="suggest__item">
                  <a
                    class="suggest__title"
                    href={`/o/${numberOfRef(obstacle.ref)}`}
                    lang={languageOf(obstacle.title)}
                    dir={directionOf(obstacle.title)}
                  >
                    <For each={markWords(localText(obstacle.title), text())}>
                      {(piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text)}
                    </For>
                  </a>
                  <p class="suggest__meta">
                    <Ref of={obstacle.ref} />
                    <span>{placeOf(obstacle)}</span>
                    <Show when={obstacle.affectedAgencies.length > 0}>
                      <span>{t().obstacle.affected(obstacle.affectedAgencies.length)}</span>
                    </Show>
                    <SlaChip deadline={obstacle.nextDeadline} />
                  </p>
                  <Show
                    when={props.onJoin && obstacle.actions.includes('JOIN')}
                    fallback={
                      <a class="btn suggest__act" href={`/o/${numberOfRef(obstacle.ref)}`}>
                        {t().log.similarOpen}
                      </a>
                    }
                  >
                    <Button class="suggest__act" icon="plus" onClick={() => props.onJoin?.(obstacle)}>
                      {t().steps.names.JOIN}
                    </Button>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </>
  )
}
