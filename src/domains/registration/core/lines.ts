/** What people list: one thing a line, or one after the other with commas. Each once, in their order. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n、,]/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]
