import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Preloaded into a server: at SIGUSR2 it tells what it holds once all garbage is gone, and the processor time it took before. */
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
process.on('SIGUSR2', () => {
  const { user, system } = process.cpuUsage()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  const cpu = Math.round((user + system) / 1000)
  console.log(`holds ${Math.round((heapUsed + external) / 1024)} kB after ${cpu} ms`)
})
