import type { VNode } from 'preact'
import type { Role } from '#kernel/role.ts'
import { Button, Hidden, Section } from '#ui/index.ts'
import { authPaths } from '../paths.ts'
import type { DemoSignIn } from '../auth-services.ts'
import type { SignInWords } from './sign-in-words.ts'

/** One press for each sample person. */
export const DemoSection = (props: {
  t: SignInWords
  people: readonly DemoSignIn[]
  roles: Record<Role, string>
  next: string | null
}): VNode => (
  <Section title={props.t.demoTitle}>
    <p>{props.t.demoLead}</p>
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
  </Section>
)
