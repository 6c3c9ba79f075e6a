import { workerData } from 'node:worker_threads'

// A thread beside the compiler, which answers nobody while it compiles: a process that grows too large ends at once, with
// the document that made it grow.
const mostBytes = workerData as number
setInterval(() => {
  if (process.memoryUsage.rss() > mostBytes) process.kill(process.pid, 'SIGKILL')
}, 25)
