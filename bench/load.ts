import { Agent, request } from 'node:http'

export interface Asked {
  /** Milliseconds each answer took. */
  times: number[]
  bytes: number
}

/** Asks the same address again and again, so many at a time, over connections that stay open. */
export const ask = async (url: string, how: { requests: number; atOnce: number; cookie?: string }): Promise<Asked> => {
  const agent = new Agent({ keepAlive: true, maxSockets: how.atOnce })
  const times: number[] = []
  let bytes = 0
  let left = how.requests
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const before = performance.now()
      bytes = await once(url, agent, how.cookie)
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: how.atOnce }, worker))
  agent.destroy()
  return { times, bytes }
}

const once = (url: string, agent: Agent, cookie: string | undefined): Promise<number> =>
  new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, headers: cookie ? { cookie } : {} }, (incoming) => {
      let bytes = 0
      incoming.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      incoming.on('end', () => {
        if (incoming.statusCode === 200) resolve(bytes)
        else reject(new Error(`${url} answered ${incoming.statusCode}`))
      })
      incoming.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
