import '../styles/settings.css'
import { type Component, createComponent, For, type JSX, Show } from 'solid-js'
import { viewer } from '../data/session.ts'
import { Redirect } from '../routing/Redirect.tsx'
import { address } from '../routing/router.ts'
import { Page } from '../shell/Page.tsx'
import { AgenciesSection } from './AgenciesSection.tsx'
import { CalendarSection } from './CalendarSection.tsx'
import { Closed } from './Closed.tsx'
import { MilestonesSection } from './MilestonesSection.tsx'
import { PeopleSection } from './PeopleSection.tsx'
import { PolicySection } from './PolicySection.tsx'
import { maySettle, type SectionName, sectionNames } from './sections.ts'
import { words } from './words.ts'

const sections: Record<SectionName, Component> = {
  people: PeopleSection,
  agencies: AgenciesSection,
  calendar: CalendarSection,
  policy: PolicySection,
  milestones: MilestonesSection,
}

/** What the province has set for itself, one section at a time; each for the roles that may change it. */
export default function SettingsPage(): JSX.Element {
  const section = (): SectionName | undefined =>
    sectionNames.find((name) => name === address.params['section'])
  const open = (): SectionName[] => {
    const role = viewer()?.role
    return role ? sectionNames.filter((name) => maySettle(role, name)) : []
  }
  return (
    <Show when={section()} fallback={<Redirect to={`/settings/${open()[0] ?? 'calendar'}`} />}>
      {(name) => (
        <Page title={words().sections[name()]} sub={words().title}>
          <div class="main__body settings">
            <Show when={open().length > 0}>
              <nav class="segmented settings__nav" aria-label={words().nav}>
                <For each={open()}>
                  {(other) => (
                    <a
                      class="segmented__item"
                      href={`/settings/${other}`}
                      aria-current={other === name() ? 'page' : undefined}
                    >
                      {words().sections[other]}
                    </a>
                  )}
                </For>
              </nav>
            </Show>
            <Show when={open().includes(name())} fallback={<Closed section={name()} />}>
              {createComponent(sections[name()], {})}
            </Show>
          </div>
        </Page>
      )}
    </Show>
  )
}
