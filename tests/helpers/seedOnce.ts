import { seedDemo } from './app.ts'
import { findChromium } from './findChromium.ts'

/** Before all end-to-end tests: a browser that starts and a database full of the demo. Gives what clears up after them. */
export default async function seedOnce(): Promise<() => Promise<void>> {
  process.env.E2E_CHROMIUM ??= await findChromium()
  return seedDemo()
}
