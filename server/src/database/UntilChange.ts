/** Keeps something that was made of a database until anything in the database changes. */
export class UntilChange<Kept> {
  readonly #begin: () => Kept
  #state = ''
  #kept: Kept

  constructor(begin: () => Kept) {
    this.#begin = begin
    this.#kept = begin()
  }

  /**
   * What is kept in this state, to be added to. What is made in an earlier state and added late goes to what nobody
   * looks into any more.
   */
  in(state: string): Kept {
    if (state !== this.#state) this.#kept = this.#begin()
    this.#state = state
    return this.#kept
  }
}
