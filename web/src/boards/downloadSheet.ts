import type { WorkingCalendar } from '@goshayesh/shared/calendar'
import writeExcelFile from 'write-excel-file/browser'
import { request } from '../data/request.ts'
import { type ObstacleListQueryVariables, SheetPageDocument, type SheetPageQuery } from '../gql/graphql.ts'
import { language } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'
import { type SheetRow, sheetOf } from './sheetOf.ts'

/** So many obstacles are fetched for one file. */
const MOST = 5_000

export interface SheetAsked {
  variables: ObstacleListQueryVariables
  /** The ids of those that go into it; all where it is empty. */
  wanted: ReadonlySet<string>
}

/**
 * Hands a list over as an Excel file. Answers with how many rows it has and whether the list goes on after them.
 * Throws RequestError.
 */
export async function downloadSheet(
  asked: SheetAsked,
  calendar: WorkingCalendar,
  now: number,
): Promise<{ count: number; isCut: boolean }> {
  const { obstacles, isCut } = await fetchObstacles(asked)
  const { heads, rows, widths } = sheetOf(obstacles, calendar, now)
  await writeExcelFile([heads.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows], {
    sheet: t().nav.board,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    rightToLeft: language() === 'fa',
  }).toFile(`goshayesh-${calendar.dateAt(now)}.xlsx`)
  return { count: obstacles.length, isCut }
}

async function fetchObstacles({ variables, wanted }: SheetAsked) {
  const obstacles: SheetRow[] = []
  let page: SheetPageQuery['obstacles'] | undefined
  for (
    let fetched = 0;
    fetched < MOST && page?.pageInfo.hasNextPage !== false;
    fetched += page.edges.length
  ) {
    const after = page?.pageInfo.endCursor ?? null
    page = (await request(SheetPageDocument, { ...variables, after })).obstacles
    for (const { node } of page.edges) if (wanted.size === 0 || wanted.has(node.id)) obstacles.push(node)
    if (wanted.size > 0 && obstacles.length === wanted.size) break
  }
  return { obstacles, isCut: wanted.size === 0 && page?.pageInfo.hasNextPage === true }
}
