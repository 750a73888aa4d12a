import type { BoardQuery, ObstacleStatus } from '../gql/graphql.ts'

/** Puts a card on top of another column, or takes it off the board where there is none. Changes the board given. */
export function moveCard(board: BoardQuery['board'], id: string, status: ObstacleStatus): void {
  const from = board.columns.find((column) => column.obstacles.some((card) => card.id === id))
  const card = from?.obstacles.find((other) => other.id === id)
  if (!from || !card || from.status === status) return
  from.obstacles = from.obstacles.filter((other) => other !== card)
  from.totalCount -= 1
  if (card.overdue) from.overdueCount -= 1
  const to = board.columns.find((column) => column.status === status)
  if (!to) return
  to.obstacles.unshift({ ...card, status })
  to.totalCount += 1
  if (card.overdue) to.overdueCount += 1
}
