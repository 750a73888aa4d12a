export interface TypeAhead {
  /** Ends it, and gives what was typed to the field that has the focus now. */
  give(): void
  end(): void
}

/** Keeps what is typed for a field that is on its way. */
export function typeAhead(): TypeAhead {
  let text = ''
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Backspace') text = text.slice(0, -1)
    else if (event.key.length === 1) text += event.key
    else if (event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
  }
  const end = (): void => removeEventListener('keydown', press, true)
  addEventListener('keydown', press, true)
  return {
    end,
    give() {
      end()
      const field = document.activeElement
      if (!text || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
      // Some kinds of fields have no place for the cursor.
      if (field.selectionStart === null) field.value += text
      else field.setRangeText(text, field.selectionStart, field.selectionEnd ?? field.selectionStart, 'end')
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
  }
}
