import type { JSX } from 'solid-js'
import { directionOf, languageOf } from '../i18n/languageOf.ts'
import { localText } from '../i18n/localText.ts'

/** What somebody wrote, within a line: read out in its own language, its signs in the order of its own direction. */
export function Said(props: { text: string }): JSX.Element {
  return (
    <bdi lang={languageOf(props.text)} dir={directionOf(props.text)}>
      {localText(props.text)}
    </bdi>
  )
}
