import type { fa } from './fa.ts'

export type Widened<Value> = Value extends string
  ? string
  : Value extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof Value]: Widened<Value[Key]> }

/** The shape of a dictionary: the Persian one has the say, every other language has to match it. */
export type Dictionary = Widened<typeof fa>
