import { For, type JSX } from 'solid-js'
import { Button } from '../ui/Button.tsx'
import { createCopying } from './createCopying.ts'
import { words } from './words.ts'

/** Shows the codes for whoever loses the device, this once. */
export function RecoveryCodes(props: { codes: string[]; onKept(): void }): JSX.Element {
  const { copy, told } = createCopying(
    () => props.codes.join('\n'),
    () => words().factor.copyFailed,
  )
  return (
    <>
      <div class="callout callout--soon" role="alert">
        <p>{words().factor.codesText}</p>
      </div>
      <ol class="recovery-codes" aria-label={words().factor.codes} dir="ltr">
        <For each={props.codes}>{(code) => <li>{code}</li>}</For>
      </ol>
      <div class="cluster">
        <Button icon="copy" onClick={copy}>
          {words().people.copy}
        </Button>
        <Button icon="printer" onClick={() => print()}>
          {words().factor.print}
        </Button>
        <Button variant="primary" onClick={() => props.onKept()}>
          {words().factor.kept}
        </Button>
      </div>
      <p class="muted" role="status">
        {told()}
      </p>
    </>
  )
}
