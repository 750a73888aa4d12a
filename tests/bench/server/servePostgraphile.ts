import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { answerParent } from './Child.ts'

/** PostGraphile as its manual starts it, from the folder that it was installed into. */
const [location = '', folder = ''] = process.argv.slice(2)
const installed = createRequire(join(folder, 'package.json'))
const load = (name: string) => import(pathToFileURL(installed.resolve(name)).href) as Promise<PostGraphile>

/** What is used of it, which the types of this project can't know. */
type PostGraphile = Record<string, (...given: unknown[]) => Record<string, (...given: unknown[]) => unknown>>

const { postgraphile } = await load('postgraphile')
const { PostGraphileAmberPreset } = await load('postgraphile/presets/amber')
const { makeV4Preset } = await load('postgraphile/presets/v4')
const { makePgService } = await load('postgraphile/adaptors/pg')
const { grafserv } = await load('postgraphile/grafserv/node')
const instance = postgraphile?.({
  extends: [PostGraphileAmberPreset, makeV4Preset?.({})],
  pgServices: [makePgService?.({ connectionString: location, schemas: ['public'] })],
  grafserv: { watch: false, graphqlPath: '/graphql' },
})
const server = createServer()
const service = instance?.['createServ']?.(grafserv) as { addTo: (server: unknown) => Promise<void> }
await service.addTo(server)
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
answerParent(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {})
