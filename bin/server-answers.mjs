// Whether the tests of this run find a PostgreSQL server: a step of  npm run soak
import { serverThatAnswers } from '../test/engines-setup.ts'

const answers = async () => {
  if (process.env.HITOBA_TEST_ENGINE === 'pglite') return false
  try {
    return (await serverThatAnswers()) !== null
  } catch {
    return false
  }
}

if (await answers()) {
  console.log('PostgreSQL answers: the full counts run on it.')
} else {
  console.error(
    'No PostgreSQL answers at TEST_DATABASE_URL or 127.0.0.1:5432. The races and other full counts need one: whatever else passes here, this run fails.',
  )
  process.exitCode = 1
}
