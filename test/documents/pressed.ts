import type { Pressing } from '#platform/documents/pdf.ts'

/** What comes of pressing, where nobody else waits. */
export const pressed = async <Result>(pressing: Pressing<Result>): Promise<Result> => {
  const result = await pressing()
  if (result === 'busy') throw new Error('somebody else waits')
  return result
}
