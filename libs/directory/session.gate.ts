import { Problem, type Actor, type Gate } from '../platform/index.ts';
import { mayDo, SESSION } from './permission.policy.ts';
import { databaseRole, type Role } from './role.ts';
import { tokenHash } from './session.rules.ts';

const ENTER = `
  select e.*, set_config('role', case when $2 then 'samordna_gate' else 'samordna_' || lower(e.role) end, true),
         set_config('app.area', coalesce(e.area_id::text, ''), true), set_config('app.person', e.person_id::text, true),
         set_config('app.assignment', coalesce(e.assignment_id::text, ''), true),
         set_config('app.unit', coalesce(e.unit_id::text, ''), true), set_config('app.team', coalesce(e.team_id::text, ''), true)
    from enter($1) e`;

/** A signed-in person's way in: the session's token, and the permission that the route needs. */
export class SessionGate implements Gate {
  /** Who knocked, as soon as it is known, whether or not they may do what they ask. */
  knocked: Actor | undefined;

  constructor(
    private readonly token: string,
    private readonly permission: string,
  ) {}

  get statement() {
    return { name: 'gate.session', text: ENTER, values: [tokenHash(this.token), this.permission === SESSION] };
  }

  admit(row: Record<string, unknown> | undefined): Actor {
    if (!row) throw new Problem('not-signed-in', 'Logga in igen. Det du skrivit finns kvar på skärmen.');
    const role = row['role'] as Role | null;
    this.knocked = {
      role: role ? databaseRole(role) : 'samordna_gate',
      session: row['session_id'] as string,
      person: row['person_id'] as string,
      ...(role && {
        area: row['area_id'] as string,
        assignment: row['assignment_id'] as string,
        unit: row['unit_id'] as string,
        ...(row['team_id'] ? { team: row['team_id'] as string } : {}),
      }),
    };
    if (this.permission === SESSION) return this.knocked;
    if (!role)
      throw new Problem(
        'choose-assignment',
        'Välj ett innan du fortsätter. Har du fått ett nytt lösenord byter du det först.',
      );
    if (!mayDo(role, this.permission)) {
      throw new Problem('not-allowed', 'Byt uppdrag, eller be någon som har rätt roll.');
    }
    return this.knocked;
  }
}
