interface Line {
  from: string
  to: string
  who: readonly string[]
  holds: readonly string[]
}

/** A life cycle as a page of the docs: a picture and the whole table. */
export const stateDiagram = (cycle: {
  name: string
  title: string
  starts: string
  lines: readonly Line[]
}): string => {
  const sources = new Set(cycle.lines.map((line) => line.from))
  const ends = [...new Set(cycle.lines.map((line) => line.to))].filter((status) => !sources.has(status))
  return [
    `# ${cycle.title}`,
    '',
    'Made from the transition table by `hitoba diagrams`. Do not edit.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${cycle.starts}`,
    ...cycle.lines.map((line) => `  ${line.from} --> ${line.to}: ${line.who.join(', ')}`),
    ...ends.map((status) => `  ${status} --> [*]`),
    '```',
    '',
    '| from | to | who may | what must hold |',
    '| --- | --- | --- | --- |',
    ...cycle.lines.map((line) => `| ${line.from} | ${line.to} | ${line.who.join(', ')} | ${line.holds.join(', ')} |`),
    '',
  ].join('\n')
}
