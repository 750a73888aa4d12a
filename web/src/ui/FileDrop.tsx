import { type JSX, onCleanup } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Icon } from './Icon.tsx'

export interface FileDropProps {
  id: string
  /** What may be chosen: media types and endings, as of an input. */
  accept: string
  hint: string
  onFiles(files: File[]): void
}

/** Takes files that are chosen, dropped anywhere on the page, or pasted as an image. */
export function FileDrop(props: FileDropProps): JSX.Element {
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  }
  const drop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    props.onFiles(files)
  }
  const paste = (event: ClipboardEvent): void => {
    const data = event.clipboardData
    // What office programs copy is text first, with a picture of it.
    if (!data || data.types.includes('text/plain') || document.querySelector('dialog[open]')) return
    const images = [...data.files].filter(({ type }) => type.startsWith('image/'))
    if (images.length === 0) return
    event.preventDefault()
    props.onFiles(images.map((image) => new File([image], pastedName(image), { type: image.type })))
  }
  document.addEventListener('dragover', over)
  document.addEventListener('drop', drop)
  document.addEventListener('paste', paste)
  onCleanup(() => {
    document.removeEventListener('dragover', over)
    document.removeEventListener('drop', drop)
    document.removeEventListener('paste', paste)
  })
  return (
    <div class="dropzone">
      <label class="btn">
        <Icon name="upload" />
        {t().files.choose}
        <input
          class="visually-hidden"
          id={props.id}
          type="file"
          multiple
          accept={props.accept}
          aria-describedby={`${props.id}-hint`}
          onChange={(event) => {
            const { files } = event.currentTarget
            if (files) props.onFiles([...files])
            event.currentTarget.value = ''
          }}
        />
      </label>
      <span class="not-phone">{t().files.drop}</span>
      <span class="dropzone__hint" id={`${props.id}-hint`}>
        {props.hint}
      </span>
    </div>
  )
}

function pastedName({ type }: File): string {
  return `${t().files.pasted}.${type.replace('image/', '')}`
}
