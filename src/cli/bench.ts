export { run } from '../../bench/index.ts'
