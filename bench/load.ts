import { Agent, request } from 'node:http'

export interface Asked {
  /** Milliseconds each answer took. */
  times: number[]
  bytes: number
}

export interface Asking {
  url: string
  requests: number
  atOnce: number
  headers: Record<string, string>
}

/** Asks the same address again and again, so many at a time, over connections that stay open. */
export const ask = async ({ url, requests, atOnce, headers }: Asking): Promise<Asked> => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const times: number[] = []
  let bytes = 0
  let left = requests
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const before = performance.now()
      bytes = await once(url, agent, headers)
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  agent.destroy()
  return { times, bytes }
}

const once = (url: string, agent: Agent, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, headers }, (incoming) => {
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
