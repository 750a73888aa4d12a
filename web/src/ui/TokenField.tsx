import { createSignal, For, type JSX } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Field, type FieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { OptionSearch, type SearchedOption } from './OptionSearch.tsx'

export interface TokenFieldProps extends FieldProps {
  label: string
  values: readonly string[]
  options: readonly SearchedOption[]
  onValues(values: string[]): void
}

/** Some of many, found by typing; each chosen one can be taken away again. */
export function TokenField(props: TokenFieldProps): JSX.Element {
  const [text, setText] = createSignal('')
  const labelOf = (value: string): string =>
    props.options.find((option) => option.value === value)?.label ?? value
  const remove = (value: string): void => {
    props.onValues(props.values.filter((other) => other !== value))
    document.getElementById(props.id)?.focus()
  }
  return (
    <Field of={props}>
      <OptionSearch
        field={props}
        options={props.options.filter(({ value }) => !props.values.includes(value))}
        text={text()}
        onText={setText}
        onChoose={(value) => {
          props.onValues([...props.values, value])
          setText('')
        }}
        onErase={() => props.onValues(props.values.slice(0, -1))}
      >
        {(input, list) => (
          <>
            <div class="token-input">
              <For each={props.values}>
                {(value) => (
                  <span class="token">
                    <bdi>{labelOf(value)}</bdi>
                    <button type="button" onClick={() => remove(value)}>
                      <Icon name="close" />
                      <span class="visually-hidden">{t().pick.remove(labelOf(value))}</span>
                    </button>
                  </span>
                )}
              </For>
              {input}
            </div>
            {list}
          </>
        )}
      </OptionSearch>
    </Field>
  )
}
