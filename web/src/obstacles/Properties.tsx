import { type JSX, Show } from 'solid-js'
import { civilDateText, dateText } from '../data/dateText.ts'
import { localDigits } from '../i18n/formatNumber.ts'
import { t } from '../i18n/t.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { DossierObstacle } from './DossierObstacle.ts'
import { agencyOf, placeOf } from './placeOf.ts'
import { Said } from './Said.tsx'

/** The facts of an obstacle, name by name. */
export function Properties(props: { obstacle: DossierObstacle }): JSX.Element {
  const resolve = () =>
    props.obstacle.deadlines.find(({ kind, state }) => kind === 'RESOLVE' && state !== 'CANCELLED')
  return (
    <section class="panel" aria-labelledby="properties">
      <h2 class="panel__title" id="properties">
        {t().dossier.properties}
      </h2>
      <dl class="props">
        <Property name={t().dossier.agency}>
          <Show when={agencyOf(props.obstacle)} fallback={placeOf(props.obstacle)}>
            {(agency) => (
              <a class="link" href={`/agencies/${agency().code}`}>
                {agency().name}
              </a>
            )}
          </Show>
        </Property>
        <Property name={t().obstacle.owner}>
          <Person name={props.obstacle.owner?.name} />
          <Show when={props.obstacle.owner?.suspended}>
            <span class="tag">
              <Icon name="pause" />
              {t().dossier.ownerSuspended}
            </span>
          </Show>
        </Property>
        <Property name={t().dossier.reporter}>
          <Person name={props.obstacle.reporter.name} />
        </Property>
        <Property name={t().dossier.subject}>{t().subjects[props.obstacle.subjectKind]}</Property>
        <Show when={props.obstacle.windowStep}>
          {(step) => (
            <Property name={t().dossier.fields.windowStep}>
              <Said text={step()} />
            </Property>
          )}
        </Show>
        <Show when={props.obstacle.service}>
          {(service) => (
            <>
              <Property name={t().dossier.service}>{service().name}</Property>
              <Property name={t().dossier.serviceCode}>
                <bdi class="num">
                  {/[a-z]/i.test(service().code) ? service().code : localDigits(service().code)}
                </bdi>
              </Property>
            </>
          )}
        </Show>
        <Show when={props.obstacle.milestone}>
          {(milestone) => <Property name={t().dossier.milestone}>{milestone().name}</Property>}
        </Show>
        <Show when={resolve()}>
          {(deadline) => (
            <>
              <Property name={t().dossier.resolveDue}>
                <Show when={deadline().state !== 'PAUSED'} fallback={t().sla.paused}>
                  <Instant of={deadline().dueAt} />
                </Show>
              </Property>
              <Property name={t().dossier.originalDue}>
                <Instant of={deadline().originalDueAt} />
              </Property>
            </>
          )}
        </Show>
        <Show when={props.obstacle.letterNumber}>
          {(number) => (
            <Property name={t().dossier.fields.letterNumber}>
              <Said text={number()} />
            </Property>
          )}
        </Show>
        <Show when={props.obstacle.letterDate}>
          {(date) => (
            <Property name={t().dossier.fields.letterDate}>{civilDateText(date(), { year: true })}</Property>
          )}
        </Show>
        <Property name={t().dossier.loggedAt}>
          <Instant of={props.obstacle.createdAt} />
        </Property>
        <Property name={t().dossier.updatedAt}>
          <Instant of={props.obstacle.updatedAt} />
        </Property>
      </dl>
    </section>
  )
}

function Property(props: { name: string; children: JSX.Element }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

function Person(props: { name: string | undefined }): JSX.Element {
  return (
    <span class="person">
      <Avatar name={props.name} />
      <bdi>{props.name ?? t().obstacle.noOwner}</bdi>
    </span>
  )
}

function Instant(props: { of: string }): JSX.Element {
  return <time datetime={props.of}>{dateText(Date.parse(props.of), { time: true })}</time>
}
