import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest, { type Response } from 'supertest';
import { COOKIE, SessionGate } from '../../libs/directory/index.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What whoever begins chooses for a password. */
export const OWN_PASSWORD = 'grön cykel i regnet';

const cookieOf = (answer: Response): string => answer.get('Set-Cookie')![0]!.split(';')[0]!;

/** Somebody signed in, who asks over HTTP. Answers are supertest's own: `expect((await user.get('/session')).status)`. */
export class TestUser {
  private constructor(
    private readonly app: NestFastifyApplication,
    readonly cookie: string,
  ) {}

  static async signIn(app: NestFastifyApplication, username: string, password: string): Promise<TestUser> {
    const answer = await supertest(app.getHttpServer()).post('/api/v1/sessions').send({ username, password });
    if (answer.status !== 204) throw new Error(`${username} could not sign in: ${answer.text}`);
    return new TestUser(app, cookieOf(answer));
  }

  /** Somebody who has been given a password signs in with it for the first time, and chooses one of their own. */
  static async begin(app: NestFastifyApplication, username: string, given: string): Promise<TestUser> {
    const first = await TestUser.signIn(app, username, given);
    const answer = await first.put('/session/password', { currentPassword: given, newPassword: OWN_PASSWORD });
    if (answer.status !== 204) throw new Error(`${username} could not choose a password: ${answer.text}`);
    return new TestUser(app, cookieOf(answer));
  }

  get = (path: string): Promise<Response> => this.ask('get', path);
  post = (path: string, body?: object, version?: number): Promise<Response> => this.ask('post', path, body, version);
  put = (path: string, body?: object, version?: number): Promise<Response> => this.ask('put', path, body, version);
  patch = (path: string, body?: object, version?: number): Promise<Response> => this.ask('patch', path, body, version);
  delete = (path: string, version?: number): Promise<Response> => this.ask('delete', path, undefined, version);

  /** A file, as its bytes. */
  async download(path: string): Promise<Buffer> {
    const request = supertest(this.app.getHttpServer()).get(`/api/v1${path}`).set({ cookie: this.cookie });
    return (await request.responseType('blob')).body as Buffer;
  }

  async ask(
    method: Method,
    path: string,
    body?: object | string,
    version?: number,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const request = supertest(this.app.getHttpServer())
      [method](`/api/v1${path}`)
      .set({ cookie: this.cookie, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers });
    if (version !== undefined) request.set('if-match', `"${version}"`);
    return body === undefined ? request : request.send(body);
  }
}

/** The way into a scope of somebody signed in, for tests that ask the database as they would be asked for. */
export const gateOf = ({ cookie }: Pick<TestUser, 'cookie'>): SessionGate =>
  new SessionGate(cookie.slice(COOKIE.length + 1), 'live.listen');
