import { revalidateAll } from '../data/revision.ts'
import { toastRefusal } from '../shell/toastRefusal.ts'
import { showToast } from '../ui/showToast.ts'
import { words } from './words.ts'

/** Takes a saved change back and says so, or why it could not be. */
export async function undoing(act: () => Promise<void>): Promise<void> {
  try {
    await act()
    revalidateAll()
    showToast({ text: words().undone })
  } catch (error) {
    toastRefusal(error)
  }
}
