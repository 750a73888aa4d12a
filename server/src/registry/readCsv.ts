import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** The rows of a CSV file with a header line, as texts by column. */
export function readCsv<Column extends string>(folder: string, name: string): Record<Column, string>[] {
  return parse(readFileSync(join(folder, name)), { columns: true, bom: true })
}
