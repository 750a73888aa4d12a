import { viewer } from '../data/session.ts'

/** Whether the viewer reads the figures of an agency: officials those of their own only. */
export function countsTold(code: string): boolean {
  const person = viewer()
  return person?.role !== 'OFFICIAL' || person.agency?.code === code
}
