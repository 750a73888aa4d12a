import { limits } from '@goshayesh/shared/obstacleInput'
import { For, type JSX, Show } from 'solid-js'
import { dateText } from '../data/dateText.ts'
import { formatFileSize } from '../i18n/formatFileSize.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { AttachedFile } from './DossierObstacle.ts'
import { acceptedFiles, kindOfFile } from './fileKinds.ts'
import { attach, attachAgain, forgetUpload, type Upload, uploadsOf } from './uploads.ts'

export interface FilesPanelProps {
  obstacleId: string
  files: readonly AttachedFile[]
  mayAdd: boolean
}

/** The files of an obstacle, those on their way, and the place to add some. */
export function FilesPanel(props: FilesPanelProps): JSX.Element {
  const coming = (): Upload[] => uploadsOf(props.obstacleId)
  return (
    <section class="panel" aria-labelledby="files">
      <div class="panel__head">
        <h2 class="panel__title" id="files">
          {t().files.title}
        </h2>
        <span class="panel__note">{t().files.count(props.files.length)}</span>
      </div>
      <Show when={props.files.length === 0 && coming().length === 0}>
        <p class="muted text-sm">{t().files.none}</p>
      </Show>
      <ul class="files">
        <For each={props.files}>{(file) => <FileItem file={file} />}</For>
        <For each={coming()}>{(upload) => <UploadItem upload={upload} />}</For>
      </ul>
      <Show when={props.mayAdd}>
        <div class="files__add">
          <FileDrop
            id="attach"
            accept={acceptedFiles}
            hint={t().files.limits(limits.file.max, limits.attachments.max)}
            onFiles={(files) => attach(props.obstacleId, files)}
          />
        </div>
      </Show>
    </section>
  )
}

function FileItem(props: { file: AttachedFile }): JSX.Element {
  return (
    <li>
      <a class="files__item" href={props.file.url} target="_blank" rel="noopener">
        <Icon name={props.file.mime.startsWith('image/') ? 'image' : 'document'} />
        <span class="files__name">
          <bdi>{props.file.name}</bdi>
          <span class="files__meta">
            <bdi dir="ltr">{kindOfFile(props.file.name)}</bdi>
            {t().comma}
            {formatFileSize(props.file.size)}
          </span>
          <span class="files__meta">
            {t().files.addedBy(
              props.file.uploadedBy.name,
              dateText(Date.parse(props.file.uploadedAt), { near: true }),
            )}
          </span>
        </span>
      </a>
    </li>
  )
}

function UploadItem(props: { upload: Upload }): JSX.Element {
  const name = (): string => props.upload.file.name
  const percent = (): number => Math.round(props.upload.sent * 100)
  return (
    <li class="files__item">
      <Icon name={props.upload.state === 'refused' ? 'over' : 'upload'} />
      <span class="files__name">
        <bdi>{name()}</bdi>
        <Show
          when={props.upload.state === 'refused'}
          fallback={
            <span class="files__meta">
              <Show when={props.upload.state === 'sending'} fallback={t().files.waiting}>
                <progress max="100" value={percent()} aria-label={t().files.sending(name())} />{' '}
                {t().files.percent(percent())}
              </Show>
            </span>
          }
        >
          <span class="field__error" role="alert">
            {props.upload.error}
          </span>
        </Show>
      </span>
      <Show when={props.upload.state === 'refused'}>
        <Show when={!props.upload.isUnfit}>
          <Button
            variant="quiet"
            class="btn--icon"
            icon="refresh"
            title={t().files.again(name())}
            onClick={() => attachAgain(props.upload.key)}
          >
            <span class="visually-hidden">{t().files.again(name())}</span>
          </Button>
        </Show>
        <Button
          variant="quiet"
          class="btn--icon"
          icon="close"
          title={t().files.remove(name())}
          onClick={() => forgetUpload(props.upload.key)}
        >
          <span class="visually-hidden">{t().files.remove(name())}</span>
        </Button>
      </Show>
    </li>
  )
}
