import { createSignal, type JSX, Show } from 'solid-js'
import { localText } from '../i18n/localText.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { directionOf, languageOf } from '../i18n/languageOf.ts'

const LINES = 12
const LETTERS = 1_200

/** What somebody wrote. A text that would push the deadlines out of sight shows its beginning; on paper it is whole. */
export function LongText(props: { text: string }): JSX.Element {
  const [isWhole, setWhole] = createSignal(false)
  const isLong = (): boolean => props.text.length > LETTERS || props.text.split('\n').length > LINES
  return (
    <>
      <p
        class="written"
        classList={{ 'written--cut': isLong() && !isWhole() }}
        lang={languageOf(props.text)}
        dir={directionOf(props.text)}
      >
        {localText(props.text)}
      </p>
      <Show when={isLong()}>
        <Button
          variant="quiet"
          class="written__more"
          aria-expanded={isWhole()}
          onClick={() => setWhole(!isWhole())}
        >
          {isWhole() ? t().dossier.showLess : t().dossier.showWhole}
        </Button>
      </Show>
    </>
  )
}
