/** An instant as a part of a file's name: "2026-07-11T06-45-00Z". */
export function nameOfMoment(instant: number): string {
  return new Date(instant).toISOString().replaceAll(':', '-').replace(/\.\d+/, '')
}

/** The instant that a name tells of, or null. */
export function momentOfName(name: string): number | null {
  const instant = Date.parse(name.replace(/T(\d\d)-(\d\d)-(\d\d)Z$/, 'T$1:$2:$3Z'))
  return Number.isNaN(instant) || nameOfMoment(instant) !== name ? null : instant
}
