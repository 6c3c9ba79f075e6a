/** A Tuesday morning in Japan: everything of the sample lies around it. */
export const demoDay = new Date('2026-11-24T01:00:00Z')
