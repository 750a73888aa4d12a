/**
 * Like Promise.all, but goes on only when all have come to an end, well or not: what is asked of a transaction at once is
 * over before the transaction is.
 */
export async function allDone<const Works extends readonly Promise<unknown>[]>(
  works: Works,
): Promise<{ -readonly [Place in keyof Works]: Awaited<Works[Place]> }> {
  await Promise.allSettled(works)
  return Promise.all(works)
}
