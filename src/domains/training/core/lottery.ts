/**
 * Draws an order: the same seed and the same names give the same order, in whatever order the names come. Who leaves the draw
 * changes nothing between the others. Anybody who has the seed can draw again.
 */
export const drawOrder = (seed: string, names: readonly string[]): string[] =>
  [...new Set(names)]
    .map((name) => ({ name, ticket: ticketOf(`${seed}|${name}`) }))
    .toSorted((a, b) => a.ticket - b.ticket || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name)

// 53 bits of a public mixing function (cyrb53): fair for a draw, and written down in a few lines of any language.
const ticketOf = (text: string): number => {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0)
}
