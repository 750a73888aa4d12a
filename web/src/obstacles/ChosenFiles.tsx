import { limits } from '@goshayesh/shared/obstacleInput'
import { For, type JSX, Show } from 'solid-js'
import { formatFileSize } from '../i18n/formatFileSize.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Icon } from '../ui/Icon.tsx'
import { acceptedFiles } from './fileKinds.ts'
import { fileProblem } from './fileProblem.ts'

export interface ChosenFilesProps {
  files: readonly File[]
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
        <p class="field__hint">{t().files.sentAfter}</p>
        <ul class="files" aria-label={t().files.chosen}>
          <For each={props.files}>
            {(file) => (
              <li class="files__item">
                <Icon name={fileProblem(file) ? 'over' : 'paperclip'} />
                <span class="files__name">
                  <bdi>{file.name}</bdi>
                  <Show
                    when={fileProblem(file)}
                    fallback={<span class="files__meta">{formatFileSize(file.size)}</span>}
                  >
                    {(problem) => (
                      <span class="field__error" role="alert">
                        {problem()}
                      </span>
                    )}
                  </Show>
                </span>
                <Button
                  variant="quiet"
                  class="btn--icon"
                  icon="close"
                  title={t().files.remove(file.name)}
                  onClick={() => props.onFiles(props.files.filter((other) => other !== file))}
                >
                  <span class="visually-hidden">{t().files.remove(file.name)}</span>
                </Button>
              </li>
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
