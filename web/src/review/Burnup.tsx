import { For, type JSX, Show } from 'solid-js'
import { civilDateText } from '../data/dateText.ts'
import type { FiguresFragment } from '../gql/graphql.ts'
import { formatNumber } from '../i18n/formatNumber.ts'
import { language } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'
import { createMedia } from '../ui/createMedia.ts'
import { burnupShape } from './burnupShape.ts'
import { Definition } from './Definition.tsx'

/** What was logged and resolved until now, and where it is heading by the milestone. */
export function Burnup(props: { figures: FiguresFragment }): JSX.Element {
  const isPhone = createMedia('(max-width: 45rem)')
  const shape = () =>
    burnupShape({
      points: props.figures.burnup,
      end: props.figures.milestone?.dueDate ?? null,
      forecast: props.figures.forecast ?? null,
      rtl: language() === 'fa',
      narrow: isPhone(),
    })
  const title = (): string =>
    props.figures.milestone ? t().review.progressTo(props.figures.milestone.name) : t().review.progress
  const short = (date: string): string => civilDateText(date, { style: 'short' })
  const described = (): string => {
    const { burnup, totalCount, resolvedCount, forecast, milestone } = props.figures
    const ahead =
      forecast && milestone ? t().review.forecastIs(milestone.name, forecast.low, forecast.high) : ''
    return `${t().review.progressIs(short(burnup[0]?.date ?? ''), totalCount, resolvedCount)} ${ahead}`
  }
  return (
    <section class="panel review__chart" aria-labelledby="progress">
      <div class="panel__head">
        <h2 class="panel__title" id="progress">
          {title()}
        </h2>
        <ul class="legend" hidden={!shape()}>
          <li class="legend__item">
            <span class="legend__swatch legend__swatch--line" />
            {t().review.done}
          </li>
          <li class="legend__item">
            <span class="legend__swatch legend__swatch--dash" />
            {t().review.logged}
          </li>
          <Show when={props.figures.forecast}>
            {(forecast) => (
              <li class="legend__item">
                <span class="legend__swatch legend__swatch--band" />
                {t().review.forecast(forecast().confidence)}
                <Definition
                  definitions={props.figures.definitions}
                  of="forecast"
                  name={t().review.forecast(forecast().confidence)}
                />
              </li>
            )}
          </Show>
        </ul>
      </div>
      <Show when={shape()} fallback={<p class="muted text-sm">{t().review.progressNone}</p>}>
        {(drawn) => (
          <svg
            class="burnup"
            viewBox={`0 0 ${drawn().frame.width} ${drawn().frame.height}`}
            role="img"
            aria-labelledby="burnup-title burnup-desc"
          >
            <title id="burnup-title">{title()}</title>
            <desc id="burnup-desc">{described()}</desc>
            <For each={drawn().rows}>
              {(row) => (
                <>
                  <line
                    class="burnup__grid"
                    x1={drawn().frame.left}
                    x2={drawn().frame.right}
                    y1={row.y}
                    y2={row.y}
                  />
                  <text class="burnup__axis" x={drawn().axisX} y={row.y + 4} text-anchor="middle">
                    {formatNumber(row.value)}
                  </text>
                </>
              )}
            </For>
            <For each={drawn().dates}>
              {({ date, x }) => (
                <text class="burnup__axis" x={x} y={drawn().frame.bottom + 24} text-anchor="middle">
                  {short(date)}
                </text>
              )}
            </For>
            <Show when={drawn().ahead}>
              {(ahead) => (
                <>
                  <path class="burnup__band" d={ahead().band} />
                  <path class="burnup__scope burnup__scope--ahead" d={ahead().scope} />
                  <path class="burnup__mid" d={ahead().mid} />
                  <text
                    class="burnup__label burnup__label--strong"
                    x={ahead().x + (ahead().x < drawn().today.x ? -22 : 22)}
                    y={ahead().high}
                    text-anchor="middle"
                  >
                    {formatNumber(props.figures.forecast?.high ?? 0)}
                  </text>
                  <text
                    class="burnup__label burnup__label--strong"
                    x={ahead().x + (ahead().x < drawn().today.x ? -22 : 22)}
                    y={Math.max(ahead().low, ahead().high + 16) + 6}
                    text-anchor="middle"
                  >
                    {formatNumber(props.figures.forecast?.low ?? 0)}
                  </text>
                </>
              )}
            </Show>
            <path class="burnup__scope" d={drawn().logged} />
            <path class="burnup__done" d={drawn().resolved} />
            <line
              class="burnup__today"
              x1={drawn().today.x}
              x2={drawn().today.x}
              y1={drawn().frame.top}
              y2={drawn().frame.bottom}
            />
            <circle class="burnup__dot" cx={drawn().today.x} cy={drawn().today.resolved} r="5" />
            <circle
              class="burnup__dot burnup__dot--scope"
              cx={drawn().today.x}
              cy={drawn().today.logged}
              r="4"
            />
            <text
              class="burnup__label burnup__label--strong"
              x={drawn().today.x + (language() === 'fa' ? 52 : -52)}
              y={drawn().today.resolved - 12}
              text-anchor="middle"
            >
              {t().review.resolvedLabel(props.figures.resolvedCount)}
            </text>
            <text
              class="burnup__label"
              x={drawn().today.x + (language() === 'fa' ? 52 : -52)}
              y={drawn().today.logged - 10}
              text-anchor="middle"
            >
              {t().review.loggedLabel(props.figures.totalCount)}
            </text>
            <text class="burnup__axis" x={drawn().today.x} y={drawn().frame.top - 8} text-anchor="middle">
              {t().review.today}
            </text>
          </svg>
        )}
      </Show>
      <div class="cluster cluster--apart" hidden={!shape()}>
        <details class="burnup-data">
          <summary>{t().review.data}</summary>
          <div class="table-scroll burnup-data__rows" tabindex="0" role="group" aria-label={t().review.data}>
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{t().review.date}</th>
                  <th scope="col">{t().review.logged}</th>
                  <th scope="col">{t().review.done}</th>
                </tr>
              </thead>
              <tbody>
                <For each={[...props.figures.burnup].reverse()}>
                  {({ date, logged, resolved }) => (
                    <tr>
                      <td>{civilDateText(date)}</td>
                      <td>{formatNumber(logged)}</td>
                      <td>{formatNumber(resolved)}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </div>
        </details>
        <Definition definitions={props.figures.definitions} of="burnup" name={title()} />
      </div>
    </section>
  )
}
