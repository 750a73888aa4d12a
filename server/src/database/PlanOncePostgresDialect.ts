import { PostgresDialect, PostgresQueryCompiler, ValueNode, type LimitNode } from 'kysely'

export class PlanOncePostgresDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new PlanOnceCompiler()
  }
}

/**
 * A limit that is a parameter PostgreSQL takes for a tenth of all rows. A plan for every value then looks so much dearer
 * than one for the values at hand that it makes the latter again and again, which costs more than the statement.
 */
class PlanOnceCompiler extends PostgresQueryCompiler {
  protected override visitLimit({ limit }: LimitNode): void {
    const isNumber = ValueNode.is(limit) && typeof limit.value === 'number'
    this.append('limit ')
    this.visitNode(isNumber ? ValueNode.createImmediate(limit.value) : limit)
  }
}
