import { type JSX, onMount } from 'solid-js'
import { navigate } from './router.ts'

/** Leads on to another page, of which the history then knows instead of this one. */
export function Redirect(props: { to: string }): JSX.Element {
  onMount(() => navigate(props.to, { replace: true }))
  return null
}
