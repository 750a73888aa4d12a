import { roles } from '@goshayesh/shared/permissions'
import { For, type JSX } from 'solid-js'
import { createData } from '../data/createData.ts'
import { revisionOfSettings } from '../data/revision.ts'
import { WhomToAskDocument } from '../gql/graphql.ts'
import { t } from '../i18n/t.ts'
import { Loaded } from '../shell/Loaded.tsx'
import { Empty } from '../ui/Empty.tsx'
import { maySettle, type SectionName } from './sections.ts'
import { words } from './words.ts'

/** In the place of a section that the viewer may not change: whom to ask. */
export function Closed(props: { section: SectionName }): JSX.Element {
  const data = createData(
    WhomToAskDocument,
    () => ({ roles: roles.filter((role) => maySettle(role, props.section)) }),
    revisionOfSettings,
  )
  return (
    <Empty icon="lock" title={words().closedTitle} text={words().closedText}>
      <Loaded data={data} height="6rem">
        <ul class="settings__ask">
          <For each={data.value?.people}>
            {(person) => (
              <li>
                <b>
                  <bdi>{person.name}</bdi>
                </b>
                <span class="muted">{t().roles[person.role]}</span>
                <a class="link" href={`mailto:${person.email}`} dir="ltr">
                  {person.email}
                </a>
              </li>
            )}
          </For>
        </ul>
      </Loaded>
    </Empty>
  )
}
