import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

type Database = Kysely<Tables>

interface Waiting<Asked, Found> {
  asked: Asked
  resolve: (found: Found) => void
  reject: (error: unknown) => void
}

/**
 * Looks up once for all who ask in one turn of the event loop, and answers in their order: nobody waits for what is on
 * its way already, nor is told what was found before.
 */
export function inSameTurn<Asked, Found>(
  look: (db: Database, asked: Asked[]) => Promise<Found[]>,
): (db: Database, asked: Asked) => Promise<Found> {
  const turns = new WeakMap<Database, Waiting<Asked, Found>[]>()
  return (db, asked) =>
    new Promise((resolve, reject) => {
      const one = { asked, resolve, reject }
      const known = turns.get(db)
      if (known) return void known.push(one)
      const all = [one]
      turns.set(db, all)
      setImmediate(() => {
        turns.delete(db)
        look(
          db,
          all.map(({ asked }) => asked),
        ).then(
          (found) => all.forEach(({ resolve }, place) => resolve(found[place] as Found)),
          (error: unknown) => all.forEach(({ reject }) => reject(error)),
        )
      })
    })
}
