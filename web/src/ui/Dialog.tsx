import { createUniqueId, type JSX, onCleanup, onMount } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Button } from './Button.tsx'

export interface DialogProps {
  title: JSX.Element
  onClose(): void
  children: JSX.Element
  /** A dialog that cannot be left without an answer. */
  binding?: boolean
}

/**
 * A modal dialog: open while it is mounted. The focus starts in the first field, the browser keeps it inside, and on
 * leaving it goes back to where it was before.
 */
export function Dialog(props: DialogProps): JSX.Element {
  const titleId = createUniqueId()
  let element!: HTMLDialogElement
  onMount(() => {
    const before = document.activeElement
    element.showModal()
    element.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus()
    onCleanup(() => {
      element.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    })
  })
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        if (!props.binding) props.onClose()
      }}
      onMouseDown={(event) => {
        if (event.target === element && !props.binding) props.onClose()
      }}
    >
      <div class="dialog__box">
        <div class="dialog__head">
          <h2 class="dialog__title" id={titleId}>
            {props.title}
          </h2>
          {!props.binding && (
            <Button variant="quiet" class="btn--icon" icon="close" onClick={() => props.onClose()}>
              <span class="visually-hidden">{t().close}</span>
            </Button>
          )}
        </div>
        {props.children}
      </div>
    </dialog>
  )
}
