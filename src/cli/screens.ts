export { run } from '../../e2e/screens.ts'
