import type { Person } from '../queries/peopleByIds.ts'
import { type Context } from './Context.ts'

/** The person whom a row names; at once if known, else with all others that are asked for in this turn. */
export function personOf(context: Context, id: number): Person | Promise<Person> {
  const person = context.names.people.get(id)
  return person instanceof Promise ? person.then((found) => known(found, id)) : known(person, id)
}

function known(person: Person | null, id: number): Person {
  if (!person) throw new Error(`person ${id} is named by a row and is not there`)
  return person
}
