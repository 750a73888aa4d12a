import { parseJalaliDate } from '@goshayesh/shared/jalali'
import { limits } from '@goshayesh/shared/obstacleInput'
import { invalid } from '@goshayesh/shared/refusal'
import type { ObstacleRow } from '../database/tables.ts'
import { cleanNote } from './cleanText.ts'

interface LetterInput {
  windowStep?: string | null | undefined
  letterNumber?: string | null | undefined
  letterDate?: string | null | undefined
}

/** The columns of the step and the letter that the input names; what it leaves out is left out. */
export function letterColumns(
  input: LetterInput,
): Partial<Pick<ObstacleRow, 'window_step' | 'letter_number' | 'letter_date'>> {
  const { windowStep, letterNumber, letterDate } = input
  return {
    ...(windowStep === undefined
      ? {}
      : { window_step: cleanNote('input.windowStep', windowStep, limits.windowStep) }),
    ...(letterNumber === undefined
      ? {}
      : { letter_number: cleanNote('input.letterNumber', letterNumber, limits.letterNumber) }),
    ...(letterDate === undefined ? {} : { letter_date: checkedDate(letterDate) }),
  }
}

function checkedDate(text: string | null): string | null {
  if (text === null) return null
  const date = parseJalaliDate(text)
  if (date === null) throw invalid('input.letterDate', 'BAD_DATE')
  return date
}
