interface Lock {
  packages: Record<string, { version: string; optionalDependencies?: Record<string, string> }>
}
export function missingOptionals(lock: Lock): { from: string; name: string; version: string }[]
export function completed(lock: Lock): Lock
