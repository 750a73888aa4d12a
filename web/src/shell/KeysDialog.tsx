import { For, type JSX } from 'solid-js'
import { t } from '../i18n/t.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { setSingleKeys, singleKeysOn } from './singleKeys.ts'

interface Shortcut {
  /** What is pressed; several ways are apart, a chord is one text with a space. */
  keys: readonly string[]
  does: string
}

/** Every key and what it does, with a switch for those of a single letter. */
export default function KeysDialog(props: { onClose(): void }): JSX.Element {
  const groups = (): { title: string; shortcuts: Shortcut[] }[] => {
    const { keys, nav, steps } = t()
    return [
      {
        title: keys.places,
        shortcuts: [
          { keys: ['C'], does: keys.log },
          { keys: ['G W'], does: nav.myWork },
          { keys: ['G B'], does: nav.board },
          { keys: ['G R'], does: nav.agencies },
          { keys: ['G O'], does: nav.review },
          { keys: ['G I'], does: t().nav.inbox },
        ],
      },
      {
        title: keys.cards,
        shortcuts: [
          { keys: ['J', 'K'], does: keys.nextCard },
          { keys: ['H', 'L'], does: keys.nextColumn },
          { keys: ['←', '→', '↑', '↓'], does: keys.arrows },
          { keys: ['Enter'], does: keys.open },
          { keys: ['Space'], does: keys.peek },
          { keys: ['M'], does: keys.move },
          { keys: ['X'], does: keys.select },
          { keys: ['1', '2', '3'], does: keys.views },
          { keys: ['/'], does: keys.search },
        ],
      },
      {
        title: keys.steps,
        shortcuts: [
          { keys: ['S'], does: steps.names.RESOLVE },
          { keys: ['E'], does: steps.names.REQUEST_EXTENSION },
          { keys: ['P'], does: `${steps.names.WAIT} / ${steps.names.RESUME}` },
          { keys: ['A'], does: steps.names.ASSIGN },
          { keys: ['F'], does: keys.follow },
        ],
      },
      {
        title: keys.everywhere,
        shortcuts: [
          { keys: ['Ctrl K'], does: keys.palette },
          { keys: ['Ctrl Z'], does: keys.undo },
          { keys: ['Ctrl Enter'], does: keys.submit },
          { keys: ['Esc'], does: keys.close },
          { keys: ['?'], does: keys.help },
        ],
      },
    ]
  }
  return (
    <Dialog title={t().keys.title} onClose={() => props.onClose()}>
      <div class="keys">
        <For each={groups()}>
          {({ title, shortcuts }) => (
            <section>
              <h3 class="text-sm">{title}</h3>
              <dl class="keys__list">
                <For each={shortcuts}>
                  {({ keys, does }) => (
                    <div>
                      <dt dir="ltr">
                        <For each={keys}>{(key) => <Keys of={key} />}</For>
                      </dt>
                      <dd>{does}</dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
      <label class="keys__switch">
        <input
          type="checkbox"
          checked={singleKeysOn()}
          aria-describedby="keys-hint"
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
        {t().keys.lettersOn}
      </label>
      <p class="muted text-sm" id="keys-hint">
        {t().keys.lettersHint}
      </p>
    </Dialog>
  )
}

function Keys(props: { of: string }): JSX.Element {
  return (
    <span class="keys__chord">
      <For each={props.of.split(' ')}>{(key) => <kbd class="kbd">{key}</kbd>}</For>
    </span>
  )
}
