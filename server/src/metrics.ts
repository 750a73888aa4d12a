import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Figures for Prometheus. Labels take their values from the schema and the code, never from what clients send. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #requests: Histogram<'operation' | 'code'>

  constructor() {
    this.#requests = new Histogram({
      name: 'goshayesh_request_seconds',
      help: 'Time to answer a request, by operation and by the code of its first error (OK without one).',
      labelNames: ['operation', 'code'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [this.#registry],
    })
  }

  /** Memory, processor time, event loop and garbage collection of this process. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.#registry })
  }

  /** A figure that is read whenever somebody asks for it; not a number where it can't be read. */
  watch(name: string, help: string, read: () => number | Promise<number>): void {
    const gauge: Gauge = new Gauge({
      name: `goshayesh_${name}`,
      help,
      registers: [this.#registry],
      collect: async () => {
        const value = (async () => read())()
        gauge.set(await value.catch(() => NaN))
      },
    })
  }

  /** A figure that only rises; answers with what raises it. */
  counter(name: string, help: string): () => void {
    const counter = new Counter({ name: `goshayesh_${name}`, help, registers: [this.#registry] })
    return () => counter.inc()
  }

  answered(operation: string, code: string, milliseconds: number): void {
    this.#requests.observe({ operation, code }, milliseconds / 1000)
  }

  async text(): Promise<{ type: string; text: string }> {
    return { type: this.#registry.contentType, text: await this.#registry.metrics() }
  }
}
