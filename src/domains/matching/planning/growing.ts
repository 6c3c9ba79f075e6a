/** A list of whole numbers that grows as it is filled: some millions are kept as they are and never boxed. */
export class Growing {
  length = 0
  #kept = new Int32Array(1024)

  push(value: number): void {
    if (this.length === this.#kept.length) {
      const larger = new Int32Array(this.#kept.length * 2)
      larger.set(this.#kept)
      this.#kept = larger
    }
    this.#kept[this.length] = value
    this.length += 1
  }

  toArray(): Int32Array {
    return this.#kept.slice(0, this.length)
  }
}
