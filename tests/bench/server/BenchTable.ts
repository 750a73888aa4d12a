/** What a figure should reach: so many times what stands beside it at most (a peer: at least), or so much in its unit at most. */
export interface Goal {
  ratio?: number
  figure?: number
  peer?: number
}

export interface Row {
  what: string
  atOnce?: number
  /** Throughput and latencies of what is measured. */
  perSecond?: number
  p50?: number
  p99?: number
  ours: number
  /** What stands beside it: the least that can do the same, or a peer. */
  beside?: number | null
  unit: string
  goal?: Goal
  /** Should cost the same whatever the size. */
  flat?: boolean
}

const HEAD =
  `${''.padEnd(50)}at once   req/s  p50 ms  p99 ms` +
  `${'ours'.padStart(13)}${'beside'.padStart(13)}${'ratio'.padStart(9)}  goal`

/** One table of all that is measured, printed row by row; in the end what stays flat, and which goals are met. */
export class BenchTable {
  readonly #missed: string[] = []
  readonly #failed: string[] = []
  readonly #flat = new Map<string, { size: number; ours: number; unit: string }[]>()
  #goals = 0
  #size = 0
  #isFlat = false
  #section = ''

  /** `isFlat`: what is asked here has the same answer whatever the size, so rows that say so are compared. */
  section(title: string, { size = 0, isFlat = false } = {}): void {
    this.#section = title
    this.#size = size
    this.#isFlat = isFlat
    console.log(`\n${title}\n${HEAD}`)
  }

  note(text: string): void {
    console.log(text)
  }

  row(row: Row): void {
    const { what, atOnce, perSecond, p50, p99, ours, beside, unit, goal } = row
    const ratio = beside == null ? null : goal?.peer ? beside / ours : ours / beside
    const cells = [
      what.padEnd(50),
      cell(atOnce, 7, 0),
      cell(perSecond, 8, 0),
      cell(p50, 8, 1),
      cell(p99, 8, 1),
      withUnit(ours, unit),
      beside == null ? ''.padStart(13) : withUnit(beside, unit),
      ratio === null ? ''.padStart(9) : `${ratio.toFixed(2)}x`.padStart(9),
      goal ? `  ${this.#judge(row, ratio, goal)}` : '',
    ]
    console.log(cells.join('').trimEnd())
    if (row.flat && this.#isFlat) this.#keepFlat(row)
  }

  failed(what: string, error: unknown): void {
    this.#failed.push(`${this.#section}: ${what}`)
    console.log(`${what}: FAILED`)
    console.error(error)
  }

  /** Prints the summary; answers whether everything could be measured. */
  end(): boolean {
    this.#printFlat()
    console.log(`\n${this.#goals - this.#missed.length} of ${this.#goals} goals are met.`)
    for (const missed of this.#missed) console.log(`  not met: ${missed}`)
    for (const failed of this.#failed) console.log(`  FAILED: ${failed}`)
    return this.#failed.length === 0
  }

  #judge(row: Row, ratio: number | null, goal: Goal): string {
    const { figure, peer } = goal
    const texts = [
      goal.ratio === undefined ? '' : `≤ ${goal.ratio}x`,
      peer === undefined ? '' : `≥ ${peer}x`,
      figure === undefined ? '' : `≤ ${figure.toFixed(0)} ${row.unit}`,
    ].filter(Boolean)
    const met =
      (goal.ratio === undefined || (ratio ?? 0) <= goal.ratio) &&
      (peer === undefined || (ratio ?? 0) >= peer) &&
      (figure === undefined || row.ours <= figure)
    this.#goals++
    if (!met) this.#missed.push(`${this.#section}: ${row.what}${row.atOnce ? `, ${row.atOnce} at once` : ''}`)
    return `${texts.join(', ')} ${met ? '✓' : '✗'}`
  }

  #keepFlat({ what, atOnce, ours, unit }: Row): void {
    // The title without the size.
    const key = `${this.#section.replace(/[\d,]{4,} /, '')}: ${what}${atOnce ? `, ${atOnce} at once` : ''}`
    this.#flat.set(key, [...(this.#flat.get(key) ?? []), { size: this.#size, ours, unit }])
  }

  #printFlat(): void {
    const lines = [...this.#flat].filter(([, figures]) => figures.length > 1)
    if (lines.length === 0) return
    this.section('What should cost the same whatever the size (ours: at the size; beside: at the smallest)')
    for (const [key, [smallest, ...others]] of lines)
      for (const { size, ours, unit } of others)
        this.row({
          what: `${key}, ${size.toLocaleString('en')}`,
          ours,
          beside: smallest?.ours ?? NaN,
          unit,
          goal: { ratio: 1.15 },
        })
  }
}

function cell(value: number | undefined, width: number, digits: number): string {
  return (value === undefined ? '' : value.toFixed(digits)).padStart(width)
}

function withUnit(value: number, unit: string): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`.padStart(13)
}
