/** Where the course's name stands in a programme's own words. */
export const courseMark = '{course}'

/** The paragraphs of a paper, with the course's name in its place. */
export const paragraphsOf = (body: string, course: string): string[] =>
  linesOf(body).map((line) => line.replaceAll(courseMark, course))

/** Lines as they are printed, without the empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
