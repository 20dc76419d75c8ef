/** A memory of bounded size: what was used longest ago goes first, and nothing is older than `keptMs`. */
export class Recent<Value> {
  readonly #entries = new Map<string, { value: Value; until: number }>()

  constructor(
    private readonly most: number,
    private readonly keptMs: number,
  ) {}

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    this.#entries.delete(key)
    if (entry.until < performance.now()) return undefined
    this.#entries.set(key, entry) // now the youngest
    return entry.value
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key)
    this.#entries.set(key, { value, until: performance.now() + this.keptMs })
    const oldest = this.#entries.keys().next()
    if (this.#entries.size > this.most && oldest.done !== true) this.#entries.delete(oldest.value)
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }
}
