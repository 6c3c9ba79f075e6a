import { AsyncLocalStorage } from 'node:async_hooks'

const inside = new AsyncLocalStorage<{ open: boolean }>()

/** Runs `work` as the inside of a transaction, until it is done. */
export const insideTransaction = async <T>(work: () => Promise<T>): Promise<T> => {
  const state = { open: true }
  try {
    return await inside.run(state, work)
  } finally {
    state.open = false
  }
}

/**
 * A second transaction inside one would wait for ever on the embedded database, and see other data on the server: it is
 * a mistake in the program, told at once.
 */
export const mustBeOutside = (): void => {
  if (inside.getStore()?.open) {
    throw new Error('the database was used inside a transaction: use the `tx` that was handed in')
  }
}
