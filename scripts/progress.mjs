const BEAT_MS = 5000

/** Says that a step has begun, repeats it with the seconds gone by while it lasts, and says how long it took. */
export async function progress(label, work) {
  const begun = process.hrtime.bigint()
  const seconds = () => Number((process.hrtime.bigint() - begun) / 100_000_000n) / 10
  say(`${label} …`)
  const beat = setInterval(() => say(`${label} … ${Math.round(seconds())} s`), BEAT_MS)
  try {
    const result = await work()
    say(`${label}: done in ${seconds()} s`)
    return result
  } finally {
    clearInterval(beat)
  }
}

/** One line to the person at the terminal. */
export function say(line) {
  process.stdout.write(`${line}\n`)
}
