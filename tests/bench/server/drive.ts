import { Agent, request } from 'node:http'
import type { Child } from './Child.ts'

export interface Request {
  path: string
  headers?: Record<string, string>
  body?: string
}

export interface Driven {
  perSecond: number
  p50: number
  p99: number
  /** Microseconds of the server's processor time for a request. */
  cpu: number
}

/** However slow it is, after so many milliseconds enough was asked. */
const LONGEST = 4_000

/** Asks the same again and again, `concurrency` at once, after some rounds that only warm up. */
export async function drive(
  child: Child,
  asked: Request,
  concurrency: number,
  rounds: number,
): Promise<Driven> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  try {
    await all(child, asked, agent, concurrency, Math.max(20, rounds / 4))
    const before = await child.usage()
    const started = performance.now()
    const times = (await all(child, asked, agent, concurrency, rounds)).sort((a, b) => a - b)
    const took = performance.now() - started
    const after = await child.usage()
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN
    const perSecond = (times.length / took) * 1000
    return { perSecond, p50: at(0.5), p99: at(0.99), cpu: (after.cpu - before.cpu) / times.length }
  } finally {
    agent.destroy()
  }
}

/** Asks again and again, each time after `before`; answers with the median of the milliseconds. */
export async function driveAfter(
  child: Child,
  asked: Request,
  before: () => unknown,
  rounds: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true })
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    await before()
    times.push(await timed(() => once(child, asked, agent)))
  }
  agent.destroy()
  return median(times)
}

export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

/** Asks one after the other until `until` is settled; answers with the milliseconds that each took. */
export async function driveUntil(child: Child, asked: Request, until: Promise<unknown>): Promise<number[]> {
  const agent = new Agent({ keepAlive: true })
  const times: number[] = []
  const over = new AbortController()
  void until.finally(() => over.abort())
  while (!over.signal.aborted) times.push(await timed(() => once(child, asked, agent)))
  agent.destroy()
  return times
}

async function all(
  child: Child,
  asked: Request,
  agent: Agent,
  concurrency: number,
  rounds: number,
): Promise<number[]> {
  const times: number[] = []
  let left = rounds
  const end = performance.now() + LONGEST
  const worker = async () => {
    while (left-- > 0 && (times.length < concurrency || performance.now() < end))
      times.push(await timed(() => once(child, asked, agent)))
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return times
}

function once({ url }: Child, { path, headers, body }: Request, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { agent, method: body ? 'POST' : 'GET', headers }, (response) => {
      let [failed, length] = [response.statusCode !== 200, 0]
      response.on('data', (chunk: Buffer) => {
        // An error stands at the beginning of an answer.
        if (length === 0 && chunk.subarray(0, 20).includes('"errors"')) failed = true
        length += chunk.length
      })
      response.on('end', () => (failed ? reject(new Error(`${path}: ${response.statusCode}`)) : resolve()))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
