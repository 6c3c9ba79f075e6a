/** '0.5' is 50 hundredths of a full-time post, '１' is 100; null where it is no such number, or more than one post. */
export const parseFte = (typed: string): number | null => {
  const found = /^([01])(?:\.(\d{1,2}))?$/.exec(typed.normalize('NFKC').trim())
  if (!found) return null
  const hundredths = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return hundredths <= 100 ? hundredths : null
}

export const fteText = (hundredths: number): string => (hundredths / 100).toFixed(2)
