import { DEMO_NOW, readConfig } from '../../server/src/config.ts'
import { readAuditKey } from '../../server/src/database/auditKey.ts'
import { connect } from '../../server/src/database/connect.ts'
import { seedDemo } from '../../server/src/demo/seedDemo.ts'
import { filesBeside } from '../../server/src/files/FileStore.ts'
import { runCommand } from '../../server/src/runCommand.ts'
import { generateCountry } from '../helpers/generateCountry.ts'

/** `generate LOCATION [OBSTACLES] [PROVINCES]` on the command line: fills an empty database with data of a country. */
async function main([given, obstacles = '1000000', provinces = '31']: string[]): Promise<void> {
  if (!given || ![obstacles, provinces].every((text) => /^[1-9]\d{0,7}$/.test(text)))
    throw new Error('usage: npm run generate -- <file or postgres:// URL> [obstacles] [provinces]')
  const { auditKey, database, files } = readConfig(
    'demo',
    { ...process.env, DATABASE_URL: given },
    process.env['INIT_CWD'] ?? process.cwd(),
  )
  const key = readAuditKey(database, auditKey)
  const begun = performance.now()
  await seedDemo(database, DEMO_NOW, { folderOfFiles: files ?? filesBeside(database), auditKey: key })
  const db = await connect(database, { durable: false, auditKey: key })
  const made = await generateCountry(db, { obstacles: Number(obstacles), provinces: Number(provinces) })
  await db.destroy()
  console.log(`${made.toLocaleString('en')} obstacles in ${Math.round((performance.now() - begun) / 1000)} s`)
}

await runCommand(main)
