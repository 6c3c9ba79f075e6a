import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { projectRoot } from '#platform/config/root.ts'
import type { Asked, Asking } from './load.ts'

/** Asks from another process. One thing at a time. */
export interface Asker {
  ask(asking: Asking): Promise<Asked>
  close(): void
}

export const openAsker = (): Asker => {
  const child = fork(join(projectRoot, 'bench', 'client.ts'))
  return {
    ask: async (asking) => {
      const answer = once(child, 'message')
      child.send(asking)
      const [{ asked, error }] = (await answer) as [{ asked?: Asked; error?: string }]
      if (!asked) throw new Error(error ?? 'no answer')
      return asked
    },
    close: () => {
      child.kill()
    },
  }
}
