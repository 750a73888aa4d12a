import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onDevice } from '../../web/src/data/deviceStore.ts'
import { type ErrorCode, RequestError } from '../../web/src/data/RequestError.ts'
import { logInput, newDraft } from '../../web/src/obstacles/logDraft.ts'
import { createOutbox, type Entry, type Outbox } from '../../web/src/obstacles/outbox.ts'

/** The server of these tests: it keeps what arrives by its key, as the real one does. */
class Server {
  readonly logged: string[] = []
  readonly arrivals: string[] = []
  signedIn: string | null = 'sara'
  /** What the next requests are answered with instead, by title; '*' for all. */
  readonly failures = new Map<string, ErrorCode>()
  /** Logs it, and the answer is lost. */
  losesAnswers = false
  /** 'OB-1: گزارش.pdf', in their order. */
  readonly files: string[] = []
  readonly #refs = new Map<string, string>()

  async log({ key, input }: Entry): Promise<string> {
    this.arrivals.push(input.title)
    const code = this.failures.get(input.title) ?? this.failures.get('*')
    if (code)
      throw new RequestError(code, 'نه', [{ path: 'input.title', rule: 'TOO_SHORT', message: 'کوتاه است' }])
    if (!this.#refs.has(key)) {
      this.#refs.set(key, `OB-${this.#refs.size + 1}`)
      this.logged.push(input.title)
    }
    if (this.losesAnswers) throw new RequestError('UNREACHABLE', 'قطع')
    return this.#refs.get(key) ?? ''
  }
}

interface Tab {
  refusedFiles: string[]
  outbox: Outbox<string>
  sent: string[]
  refused: string[]
  signIn: () => void
}

let server: Server
let tabs: Tab[] = []

beforeEach(async () => {
  server = new Server()
  await onDevice('outbox', 'readwrite', (store) => store.clear())
})

afterEach(() => {
  for (const { outbox } of tabs) outbox.close()
  tabs = []
})

function openTab(personId = 'sara'): Tab {
  const sent: string[] = []
  const refused: string[] = []
  const refusedFiles: string[] = []
  let signIn = (): void => undefined
  const outbox = createRoot(() =>
    createOutbox<string>({
      personId: () => personId,
      signedInAs: async () => server.signedIn,
      whenSignedIn: () =>
        new Promise((resolve) => {
          signIn = resolve
        }),
      send: (entry) => server.log(entry),
      attach: async (ref, { name }) => {
        const code = server.failures.get(name)
        if (code) throw new RequestError(code, 'نه')
        server.files.push(`${ref}: ${name}`)
      },
      onFileRefused: (_, { name }) => refusedFiles.push(name),
      onSent: (ref) => sent.push(ref),
      onRefused: ({ input }) => refused.push(input.title),
    }),
  )
  const tab = { outbox, sent, refused, refusedFiles, signIn: () => signIn() }
  tabs.push(tab)
  return tab
}

function entry(title: string, personId = 'sara') {
  const draft = {
    ...newDraft(),
    title,
    where: 'SINGLE_WINDOW',
    category: 'PROCESS',
    severity: 'LOW',
  } as const
  return { key: draft.key, personId, at: 0, draft, input: logInput(draft), files: [] }
}

const titles = (tab: Tab) => tab.outbox.entries().map(({ input }) => input.title)

test('sends at once where the server answers, and keeps nothing', async () => {
  const tab = openTab()
  expect(await tab.outbox.log(entry('قطع سامانه'))).toEqual({ state: 'SENT', sent: 'OB-1' })
  expect(titles(tab)).toEqual([])
  expect(tab.sent).toEqual([])
})

test.each<ErrorCode>(['UNREACHABLE', 'FAILED', 'TOO_MANY', 'UNAVAILABLE'])(
  'keeps what meets %s and sends it later in its order',
  async (code) => {
    server.failures.set('*', code)
    const tab = openTab()
    for (const title of ['یک', 'دو', 'سه'])
      expect(await tab.outbox.log(entry(title))).toEqual({ state: 'WAITING' })
    expect(titles(tab)).toEqual(['یک', 'دو', 'سه'])

    server.failures.clear()
    await tab.outbox.flush()
    expect(server.logged).toEqual(['یک', 'دو', 'سه'])
    expect(tab.sent).toEqual(['OB-1', 'OB-2', 'OB-3'])
    expect(titles(tab)).toEqual([])
  },
)

test('a later one does not pass what waits', async () => {
  server.failures.set('*', 'UNREACHABLE')
  const tab = openTab()
  await tab.outbox.log(entry('نخست'))
  server.failures.clear()
  expect(await tab.outbox.log(entry('سپس'))).toEqual({ state: 'SENT', sent: 'OB-2' })
  expect(server.logged).toEqual(['نخست', 'سپس'])
})

test('an answer that was lost makes no second obstacle', async () => {
  server.losesAnswers = true
  const tab = openTab()
  expect(await tab.outbox.log(entry('قطع سامانه'))).toEqual({ state: 'WAITING' })
  server.losesAnswers = false
  await tab.outbox.flush()
  await tab.outbox.flush()
  expect(server.logged).toEqual(['قطع سامانه'])
  expect(tab.sent).toEqual(['OB-1'])
})

test('what was logged outlives the page', async () => {
  server.failures.set('*', 'UNREACHABLE')
  await openTab().outbox.log(entry('قطع سامانه'))
  const later = openTab()
  await later.outbox.refresh()
  expect(titles(later)).toEqual(['قطع سامانه'])
})

test('two tabs send each entry once, in order, and both see the line empty', async () => {
  server.failures.set('*', 'UNREACHABLE')
  const [one, two] = [openTab(), openTab()]
  for (let i = 0; i < 10; i++) await (i % 2 === 0 ? one : two).outbox.log(entry(`مانع ${i}`))
  server.failures.clear()
  server.arrivals.length = 0
  await Promise.all([one.outbox.flush(), two.outbox.flush(), one.outbox.flush(), two.outbox.flush()])
  expect(server.arrivals).toEqual(Array.from({ length: 10 }, (_, i) => `مانع ${i}`))
  expect([...one.sent, ...two.sent]).toHaveLength(10)
  await expect.poll(() => [titles(one), titles(two)]).toEqual([[], []])
})

test.each<ErrorCode>(['INVALID', 'FORBIDDEN'])(
  'what is refused (%s) stays with its errors and holds nobody up',
  async (code) => {
    server.failures.set('*', 'UNREACHABLE')
    const tab = openTab()
    const refused = entry('نت')
    await tab.outbox.log(refused)
    await tab.outbox.log(entry('درست'))
    server.failures.clear()
    server.failures.set('نت', code)
    await tab.outbox.flush()
    await tab.outbox.flush()
    expect(server.logged).toEqual(['درست'])
    expect(tab.refused).toEqual(['نت'])
    expect(tab.outbox.entries()).toMatchObject([
      { draft: refused.draft, problem: { message: 'نه', fields: [{ path: 'input.title' }] } },
    ])

    const corrected = { ...refused, input: { ...refused.input, title: 'نت قطع است' } }
    expect(await tab.outbox.log(corrected)).toEqual({ state: 'SENT', sent: 'OB-2' })
    expect(titles(tab)).toEqual([])
  },
)

test('a refusal of what is being logged is told to the one who logs it', async () => {
  server.failures.set('*', 'INVALID')
  const tab = openTab()
  expect(await tab.outbox.log(entry('نت'))).toMatchObject({ state: 'REFUSED', problem: { message: 'نه' } })
  expect(tab.refused).toEqual([])
})

test('it waits for the sign-in and goes on by itself', async () => {
  server.signedIn = null
  const tab = openTab()
  const logging = tab.outbox.log(entry('قطع سامانه'))
  await expect.poll(() => titles(tab)).toEqual(['قطع سامانه'])
  await expect
    .poll(() => {
      server.signedIn = 'sara'
      tab.signIn()
      return server.logged
    })
    .toEqual(['قطع سامانه'])
  expect(await logging).toEqual({ state: 'SENT', sent: 'OB-1' })
})

test('another person neither sees nor sends it', async () => {
  server.failures.set('*', 'UNREACHABLE')
  await openTab('sara').outbox.log(entry('از سارا'))
  server.failures.clear()
  server.signedIn = 'reza'
  const other = openTab('reza')
  await other.outbox.refresh()
  await other.outbox.flush()
  expect(titles(other)).toEqual([])
  // Nor does a tab that still shows the one while the browser is signed in as the other.
  await openTab('sara').outbox.flush()
  expect(server.arrivals).toEqual(['از سارا'])
  server.signedIn = 'sara'
  await openTab('sara').outbox.flush()
  expect(server.logged).toEqual(['از سارا'])
})

test('what was taken out is not sent, and can be put back in its place', async () => {
  server.failures.set('*', 'UNREACHABLE')
  const tab = openTab()
  const first = entry('یک')
  await tab.outbox.log(first)
  await tab.outbox.log(entry('دو'))
  const putBack = await tab.outbox.remove(first.key)
  expect(titles(tab)).toEqual(['دو'])
  await putBack()
  expect(titles(tab)).toEqual(['یک', 'دو'])
})

test('files follow their obstacle, stay in the line until they have arrived, and arrive once', async () => {
  const file = (name: string) => new File(['%PDF-'], name)
  const files = ['یک.pdf', 'نه.exe', 'دو.pdf', 'سه.pdf'].map(file)
  server.failures.set('*', 'UNREACHABLE')
  const tab = openTab()
  expect(await tab.outbox.log({ ...entry('قطع سامانه'), files })).toEqual({ state: 'WAITING' })

  server.failures.clear()
  server.failures.set('نه.exe', 'INVALID')
  server.failures.set('دو.pdf', 'UNREACHABLE')
  await tab.outbox.flush()
  expect(tab.outbox.entries().map(({ files }) => files.map(({ name }) => name))).toEqual([
    ['دو.pdf', 'سه.pdf'],
  ])
  expect(tab.sent).toEqual([])
  expect(tab.refusedFiles).toEqual(['نه.exe'])

  // The page is opened anew.
  const later = openTab()
  server.failures.clear()
  await later.outbox.flush()
  expect(server.logged).toEqual(['قطع سامانه'])
  expect(server.files).toEqual(['OB-1: یک.pdf', 'OB-1: دو.pdf', 'OB-1: سه.pdf'])
  expect(later.sent).toEqual(['OB-1'])
  expect(titles(later)).toEqual([])
})
