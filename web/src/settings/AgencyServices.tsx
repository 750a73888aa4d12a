import { createSignal, For, type JSX, Show } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { Button } from '../ui/Button.tsx'
import { ServiceDialog } from './ServiceDialog.tsx'
import type { SettledAgency, SettledService } from './SettledAgency.ts'
import { words } from './words.ts'

/** The services of an agency. */
export function AgencyServices(props: { agency: SettledAgency }): JSX.Element {
  const [open, setOpen] = createSignal<SettledService | 'new'>()
  const edited = (): SettledService | undefined => {
    const shown = open()
    return shown === 'new' ? undefined : shown
  }
  const close = (): void => setOpen(undefined)
  return (
    <section class="panel panel--rows" aria-labelledby="agency-services">
      <div class="panel__head">
        <h3 class="panel__title" id="agency-services">
          {words().agencies.servicesTitle}
        </h3>
        <p class="panel__note">{words().agencies.services(props.agency.services.length)}</p>
        <Button class="panel__act" icon="plus" onClick={() => setOpen('new')}>
          {words().agencies.addService}
        </Button>
      </div>
      <ul class="rows">
        <For
          each={props.agency.services}
          fallback={<li class="rows__item muted">{words().agencies.servicesNone}</li>}
        >
          {(service) => (
            <li class="rows__item">
              <span class="rows__main">
                <bdi>{service.name}</bdi>
              </span>
              <span class="rows__note">
                {words().agencies.audiences[service.audience as keyof Audiences] ?? service.audience}
              </span>
              <span class="rows__note">
                {words().agencies.channels[service.channel as keyof Channels] ?? service.channel}
              </span>
              <span class="rows__note">{service.inSingleWindow && words().agencies.window}</span>
              <Button
                variant="quiet"
                class="btn--icon"
                icon="edit"
                onClick={() => setOpen({ ...unwrap(service) })}
              >
                <span class="visually-hidden">{words().editOf(service.name)}</span>
              </Button>
            </li>
          )}
        </For>
      </ul>
      <Show when={open() === 'new'}>
        <ServiceDialog agencyCode={props.agency.code} onClose={close} />
      </Show>
      <Show when={edited()} keyed>
        {(service) => <ServiceDialog agencyCode={props.agency.code} service={service} onClose={close} />}
      </Show>
    </section>
  )
}

type Audiences = ReturnType<typeof words>['agencies']['audiences']
type Channels = ReturnType<typeof words>['agencies']['channels']
