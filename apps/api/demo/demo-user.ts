import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DEMO_PASSWORD } from './people.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a change answers: at least what the next change needs. */
export interface Answer {
  id: string;
  version: number;
}

/** One of the demo's people, signed in, doing things through the API as anybody would. */
export class DemoUser {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly cookie: string,
  ) {}

  static async signIn(app: NestFastifyApplication, username: string, role: string): Promise<DemoUser> {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      payload: { username, password: DEMO_PASSWORD },
    });
    const user = new DemoUser(app, String(answer.headers['set-cookie']).split(';')[0]!);
    const session = await user.ask<{ assignments: { id: string; role: string }[] }>('GET', '/session');
    const assignment = session.assignments.find((each) => each.role === role)!;
    await user.ask('PATCH', '/session', { assignmentId: assignment.id });
    return user;
  }

  /** Throws with the problem when the API refuses. */
  async ask<Result = Answer>(method: Method, path: string, payload?: object, version?: number): Promise<Result> {
    const answer = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { cookie: this.cookie, ...(version !== undefined && { 'if-match': `"${version}"` }) },
      ...(payload && { payload }),
    });
    if (answer.statusCode >= 400) throw new Error(`${method} ${path}: ${answer.body}`);
    return (answer.body ? answer.json() : undefined) as Result;
  }
}
