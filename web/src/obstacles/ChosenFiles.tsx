import { limits } from '@goshayesh/shared/obstacleInput'
import { createSignal, For, type JSX, Show, untrack } from 'solid-js'
import { formatFileSize } from '../i18n/formatFileSize.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Icon } from '../ui/Icon.tsx'
import { acceptedFiles } from './fileKinds.ts'
import { fileProblem } from './fileProblem.ts'

export interface ChosenFilesProps {
  files: readonly File[]
  /** Whether they are still here after a reload. */
  kept: boolean
  onFiles(files: File[]): void
}

/** Files for an obstacle that is not logged yet: they are sent when it is. */
export function ChosenFiles(props: ChosenFilesProps): JSX.Element {
  return (
    <div class="field" role="group" aria-labelledby="log-files-label">
      <span class="field__label" id="log-files-label">
        {t().files.title} <span class="field__optional">{t().optional}</span>
      </span>
      <Show when={props.files.length > 0}>
        <p class="field__hint">
          {t().files.sentAfter} <Show when={!props.kept}>{t().files.notKept}</Show>
        </p>
        <ul class="files" aria-label={t().files.chosen}>
          <For each={props.files}>
            {(file) => (
              <ChosenFile
                file={file}
                onRemove={() => props.onFiles(props.files.filter((other) => other !== file))}
              />
            )}
          </For>
        </ul>
      </Show>
      <FileDrop
        id="log-files"
        accept={acceptedFiles}
        hint={t().files.limits(limits.file.max, limits.attachments.max)}
        onFiles={(files) => props.onFiles([...props.files, ...files].slice(0, limits.attachments.max))}
      />
    </div>
  )
}

function ChosenFile(props: { file: File; onRemove(): void }): JSX.Element {
  const [problem, setProblem] = createSignal<string>()
  void fileProblem(untrack(() => props.file)).then(setProblem)
  return (
    <li class="files__item">
      <Icon name={problem() ? 'over' : 'paperclip'} />
      <span class="files__name">
        <bdi>{props.file.name}</bdi>
        <Show when={problem()} fallback={<span class="files__meta">{formatFileSize(props.file.size)}</span>}>
          <span class="field__error" role="alert">
            {problem()}
          </span>
        </Show>
      </span>
      <Button
        variant="quiet"
        class="btn--icon"
        icon="close"
        title={t().files.remove(props.file.name)}
        onClick={() => props.onRemove()}
      >
        <span class="visually-hidden">{t().files.remove(props.file.name)}</span>
      </Button>
    </li>
  )
}
