import {
  CompiledQuery,
  PostgresDialect,
  PostgresQueryCompiler,
  ValueNode,
  type DatabaseConnection,
  type LimitNode,
  type PostgresDialectConfig,
} from 'kysely'

export class PlanOncePostgresDialect extends PostgresDialect {
  constructor(config: Pick<PostgresDialectConfig, 'pool'>) {
    super({ ...config, onCreateConnection: neverCompile })
  }

  override createQueryCompiler(): PostgresQueryCompiler {
    return new PlanOnceCompiler()
  }
}

/**
 * A server that can compile plans does so where a statement looks dear to it, as a search does, which may look through all
 * slices of the index: that takes longer than the statement.
 */
async function neverCompile(connection: DatabaseConnection): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw('set jit = off'))
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
