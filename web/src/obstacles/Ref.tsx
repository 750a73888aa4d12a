import type { JSX } from 'solid-js'
import { formatRef } from '../i18n/formatRef.ts'

/** The reference of an obstacle, isolated from the direction of the text around it. */
export function Ref(props: { of: string }): JSX.Element {
  return <bdi class="ref">{formatRef(props.of)}</bdi>
}
