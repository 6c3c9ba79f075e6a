export { run } from '../../e2e/papers.ts'
