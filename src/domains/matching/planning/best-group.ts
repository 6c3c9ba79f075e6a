import { first, much } from './problem.ts'

const none = -1
const never = -1e9

/**
 * The best one, two or three of those offered, a first-timer only beside somebody experienced. Kept up to date while candidates are
 * offered one by one; who they are is a place in the list of candidates. One of these serves a whole search: nothing is allocated.
 */
export class BestGroup {
  /** Points of the group found; far below zero where there is none. */
  points = never
  a = none
  b = none
  c = none

  // The three best who could come by themselves, the two best first-timers, the best of the experienced.
  #n1 = never
  #n2 = never
  #n3 = never
  #i1 = none
  #i2 = none
  #i3 = none
  #f1 = never
  #f2 = never
  #j1 = none
  #j2 = none
  #e1 = never
  #k1 = none

  clear(): void {
    this.points = never
    this.a = this.b = this.c = none
    this.#n1 = this.#n2 = this.#n3 = this.#f1 = this.#f2 = this.#e1 = never
    this.#i1 = this.#i2 = this.#i3 = this.#j1 = this.#j2 = this.#k1 = none
  }

  offer(candidate: number, points: number, experience: number): void {
    if (experience === first) return this.#offerFirst(candidate, points)
    if (points > this.#n3) this.#offerOther(candidate, points)
    if (experience === much && points > this.#e1) {
      this.#e1 = points
      this.#k1 = candidate
    }
  }

  #offerFirst(candidate: number, points: number): void {
    if (points > this.#f1) {
      this.#f2 = this.#f1
      this.#j2 = this.#j1
      this.#f1 = points
      this.#j1 = candidate
    } else if (points > this.#f2) {
      this.#f2 = points
      this.#j2 = candidate
    }
  }

  #offerOther(candidate: number, points: number): void {
    if (points > this.#n2) {
      this.#n3 = this.#n2
      this.#i3 = this.#i2
      if (points > this.#n1) {
        this.#n2 = this.#n1
        this.#i2 = this.#i1
        this.#n1 = points
        this.#i1 = candidate
      } else {
        this.#n2 = points
        this.#i2 = candidate
      }
    } else {
      this.#n3 = points
      this.#i3 = candidate
    }
  }

  /** Whether somebody with so many points could still be chosen: saves asking what costs more. */
  couldUse(points: number, experience: number): boolean {
    if (experience === first) return points > this.#f2
    return points > this.#n3 || (experience === much && points > this.#e1)
  }

  /** The group for so many seats, in `a`, `b`, `c` and `points`. `needsMuch`: only with somebody experienced in it. */
  choose(seats: number, needsMuch = false): boolean {
    if (needsMuch) this.#chooseBeside(seats)
    else if (seats === 1) this.#take(this.#n1, this.#i1, none, none)
    else if (seats === 2) this.#chooseTwo()
    else this.#chooseThree()
    return this.points > never / 2
  }

  #chooseTwo(): void {
    this.#take(this.#n1 + this.#n2, this.#i1, this.#i2, none)
    this.#takeIfBetter(this.#e1 + this.#f1, this.#k1, this.#j1, none)
  }

  #chooseThree(): void {
    this.#take(this.#n1 + this.#n2 + this.#n3, this.#i1, this.#i2, this.#i3)
    this.#chooseFirstTimersToo()
  }

  /** The best of the experienced, and who is best beside them. */
  #chooseBeside(seats: number): void {
    const isFirst = this.#i1 === this.#k1
    const isSecond = this.#i2 === this.#k1
    const [points, one] = isFirst ? [this.#n2, this.#i2] : [this.#n1, this.#i1]
    if (seats === 1) return this.#take(this.#e1, this.#k1, none, none)
    if (seats === 2) {
      this.#take(this.#e1 + points, this.#k1, one, none)
      return this.#takeIfBetter(this.#e1 + this.#f1, this.#k1, this.#j1, none)
    }
    const [more, other] = isFirst || isSecond ? [this.#n3, this.#i3] : [this.#n2, this.#i2]
    this.#take(this.#e1 + points + more, this.#k1, one, other)
    this.#chooseFirstTimersToo()
  }

  #chooseFirstTimersToo(): void {
    const isFirst = this.#i1 === this.#k1
    const third = isFirst ? this.#i2 : this.#i1
    this.#takeIfBetter(this.#e1 + this.#f1 + (isFirst ? this.#n2 : this.#n1), this.#k1, this.#j1, third)
    this.#takeIfBetter(this.#e1 + this.#f1 + this.#f2, this.#k1, this.#j1, this.#j2)
  }

  #takeIfBetter(points: number, a: number, b: number, c: number): void {
    if (points > this.points) this.#take(points, a, b, c)
  }

  #take(points: number, a: number, b: number, c: number): void {
    this.points = points
    this.a = a
    this.b = b
    this.c = c
  }
}
