// A process of its own, so that what asking costs is not counted as what answering costs.
import { type Asking, ask } from './load.ts'

process.on('message', (asking: Asking) => {
  ask(asking).then(
    (asked) => process.send?.({ asked }),
    (error) => process.send?.({ error: String(error) }),
  )
})
