import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMO_NOW } from '../../../server/src/config.ts'
import { connect } from '../../../server/src/database/connect.ts'
import { seedDemo } from '../../../server/src/demo/seedDemo.ts'
import { auditKeyFor } from '../../helpers/engines.ts'
import { generateCountry } from '../../helpers/generateCountry.ts'

/** The demo, told by the commands, multiplied; its clock stands at DEMO_NOW. Answers with how many obstacles there are. */
export async function fillCountry(
  location: string,
  size: { obstacles: number; provinces: number; open?: boolean },
): Promise<number> {
  const auditKey = auditKeyFor(location)
  // Nobody reads an attachment here.
  const folderOfFiles = await mkdtemp(join(tmpdir(), 'goshayesh-files-'))
  await seedDemo(location, DEMO_NOW, { folderOfFiles, auditKey })
  await rm(folderOfFiles, { recursive: true })
  const db = await connect(location, { durable: false, auditKey })
  try {
    return await generateCountry(db, size)
  } finally {
    await db.destroy()
  }
}
