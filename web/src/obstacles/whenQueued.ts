import { onDevice } from '../data/deviceStore.ts'

/** The name under which the tabs of a browser share the line of what is to be sent. */
export const QUEUE = 'goshayesh.outbox'

/** Calls back where something waits on this device to be sent: now, or once it is put there. Gives what ends that. */
export function whenQueued(act: () => void): () => void {
  const look = async (): Promise<void> => {
    if ((await onDevice('outbox', 'readonly', (store) => store.count())) > 0) act()
  }
  // A browser that keeps nothing has nothing to be sent.
  const lookQuietly = (): void => void look().catch(() => undefined)
  const channel = new BroadcastChannel(QUEUE)
  channel.addEventListener('message', lookQuietly)
  lookQuietly()
  return () => channel.close()
}
