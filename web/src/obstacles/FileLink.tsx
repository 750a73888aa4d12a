import { type JSX, Show } from 'solid-js'
import { Icon } from '../ui/Icon.tsx'
import type { AttachedFile } from './DossierObstacle.ts'

/** A file by its name, to be opened or saved; its name alone where the file is not there. */
export function FileLink(props: { name: string; file: AttachedFile | undefined }): JSX.Element {
  return (
    <Show when={props.file} fallback={<bdi>{props.name}</bdi>}>
      {(file) => (
        <a href={file().url} target="_blank" rel="noopener">
          <Icon name="paperclip" />
          <bdi>{file().name}</bdi>
        </a>
      )}
    </Show>
  )
}
