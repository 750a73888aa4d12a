import { viewer } from '../data/session.ts'

/** Officials are told the counts of their own agency only: what narrows a list likewise. */
export function ownAgency(): { place?: string } {
  const person = viewer()
  return person?.role === 'OFFICIAL' ? { place: person.agency?.code ?? '' } : {}
}
