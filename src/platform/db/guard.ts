import { AsyncLocalStorage } from 'node:async_hooks'

interface Open {
  of: object
  still: boolean
  outer: Open | undefined
}

const inside = new AsyncLocalStorage<Open>()

/** Runs `work` as the inside of a transaction of this database, until it is done. */
export const insideTransaction = async <T>(database: object, work: () => Promise<T>): Promise<T> => {
  const state = { of: database, still: true, outer: inside.getStore() }
  try {
    return await inside.run(state, work)
  } finally {
    state.still = false
  }
}

/**
 * A second transaction inside one would wait for ever on the embedded database, and see other data on the server: it is
 * a mistake in the program, told at once.
 */
export const mustBeOutside = (database: object): void => {
  for (let state = inside.getStore(); state; state = state.outer) {
    if (state.still && state.of === database) {
      throw new Error('the database was used inside a transaction: use the `tx` that was handed in')
    }
  }
}
