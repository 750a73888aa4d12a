import { DEMO_NOW, readConfig } from '../../server/src/config.ts'
import { readAuditKey } from '../../server/src/database/auditKey.ts'
import { connect } from '../../server/src/database/connect.ts'
import { seedDemo } from '../../server/src/demo/seedDemo.ts'
import { filesBeside } from '../../server/src/files/FileStore.ts'
import { generateCountry } from '../helpers/generateCountry.ts'

const [location = '', obstacles = '1000000', provinces = '31'] = process.argv.slice(2)

/** `generate LOCATION [OBSTACLES] [PROVINCES]` on the command line: fills an empty database with data of a country. */
if (!location) {
  console.error('usage: npm run generate -- <file or postgres:// URL> [obstacles] [provinces]')
  process.exit(1)
}
const config = readConfig('demo', { ...process.env, DATABASE_URL: location }, process.cwd())
const auditKey = readAuditKey(location, config.auditKey)
const begun = performance.now()
await seedDemo(location, DEMO_NOW, { folderOfFiles: config.files ?? filesBeside(location), auditKey })
const db = await connect(location, { durable: false, auditKey })
const made = await generateCountry(db, { obstacles: Number(obstacles), provinces: Number(provinces) })
await db.destroy()
console.log(`${made.toLocaleString('en')} obstacles in ${Math.round((performance.now() - begun) / 1000)} s`)
