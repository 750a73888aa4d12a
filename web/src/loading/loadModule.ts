let tries = 0

/**
 * Loads a part of the client. A browser remembers that a part could not be had and does not ask for it again, so a
 * later try asks under another address. Throws what the browser throws.
 */
export async function loadModule<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load()
  } catch (failure) {
    const [address] = /https?:\/\/\S+/.exec(String(failure)) ?? []
    if (!address) throw failure
    tries += 1
    return (await import(/* @vite-ignore */ `${address}?try=${tries}`)) as Module
  }
}
