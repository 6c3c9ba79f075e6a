import type { VNode } from 'preact'
import type { Role } from '#kernel/role.ts'
import { Button, Fold, Hidden, Section } from '#ui/index.ts'
import { authPaths } from '../paths.ts'
import type { DemoSignIn } from '../auth-services.ts'
import type { SignInWords } from './sign-in-words.ts'

interface Props {
  t: SignInWords
  people: readonly DemoSignIn[]
  roles: Record<Role, string>
  next: string | null
}

/** One press for each sample person. The further programmes are folded away: they are there to be kept apart. */
export const DemoSection = (props: Props): VNode => {
  const programmes = [...new Set(props.people.map(({ programme }) => programme))]
  const [first, ...others] = programmes.map((name) => ({
    name,
    list: (
      <SampleList
        t={props.t}
        people={props.people.filter(({ programme }) => programme === name)}
        roles={props.roles}
        next={props.next}
      />
    ),
  }))
  return (
    <Section title={props.t.demoTitle}>
      <p>{props.t.demoLead}</p>
      {first?.list ?? null}
      {others.map(({ name, list }) => (
        <Fold summary={name}>{list}</Fold>
      ))}
    </Section>
  )
}

const SampleList = (props: Props): VNode => (
  <ul class="list">
    {props.people.map((sample) => (
      <li>
        <form method="post" action={authPaths.demo}>
          {props.next ? <Hidden name="next" value={props.next} /> : null}
          <Hidden name="membership" value={sample.membershipId} />
          <div class="list-head">
            <span class="list-title">{props.roles[sample.role]}</span>
            <Button kind="secondary">{props.t.demoButton}</Button>
          </div>
          <p>
            <span data-no-ruby>{sample.person}</span>（{sample.programme}）
          </p>
        </form>
      </li>
    ))}
  </ul>
)
