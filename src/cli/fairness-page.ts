import { sharesOf, ways, yearOf } from '#domains/matching/simulation/year.ts'

const seed = 1

/** docs/fairness.md: what a year of a made-up ward comes to for everybody, for each way of giving out chances. */
export const fairnessPage = (): string => {
  const years = ways.map((way) => yearOf(way, seed))
  const rows = years.map((year) => `| ${[year.way, year.seatsFilled, ...sharesOf(year).map(rounded)].join(' | ')} |`)
  const people = years[0]?.people.length ?? 0
  return [
    '# Who gets how many of the chances they wish for',
    '',
    'Made from twelve simulated months by `hitoba diagrams`. Do not edit.',
    '',
    'The same 15 people of a ward with the same wishes, the same 40 requests a month and the same answers, three times: everybody who',
    'could come is told of each request and the quickest has it; each request by itself gets whoever is worth most for it; the month is',
    'planned as a whole. A line shows chances offered against chances wished, whoever had fewest on the left. Every third person',
    'declines often: it takes nothing from them.',
    '',
    '```mermaid',
    'xychart-beta',
    '  title "Chances offered against chances wished, fewest first"',
    `  x-axis "people" 1 --> ${people}`,
    '  y-axis "offered / wished" 0 --> 1.3',
    ...years.map((year) => `  line "${year.way}" [${sharesOf(year).map(rounded).join(', ')}]`),
    '```',
    '',
    `| | seats filled | ${Array.from({ length: people }, (_, i) => i + 1).join(' | ')} |`,
    `| --- | ${Array.from({ length: people + 1 }, () => '---:').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n')
}

const rounded = (share: number): string => share.toFixed(2)
