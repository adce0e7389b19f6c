import { createSecretKey, type KeyObject } from 'node:crypto';
import { applyDecorators, Inject, Injectable } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { eventKind, Log } from '../audit/index.ts';
import { Database, derivedKey, Encryption, Problem, SETTINGS, sql, type Settings } from '../platform/index.ts';

const FIND = sql(
  'idempotency.find',
  `select fingerprint, status, answer from idempotency where route = $1 and key = $2`,
);
const KEEP = sql(
  'idempotency.keep',
  `insert into idempotency (route, key, fingerprint, status, answer) values ($1, $2, $3, $4, $5) on conflict do nothing`,
);

// Whom an answer is about may since have become somebody that the actor does not see (docs/adr/0007).
const SEEN = {
  child: sql('idempotency.child', `select from child where id = $1`),
  'sip-case': sql('idempotency.case', `select from sip_case where id = $1`),
};

/** An answer as it is kept, with what it is about. */
interface Kept {
  answer: unknown;
  subject?: string;
}

const answerRepeated = eventKind({ type: 'access.answer-repeated', activity: 'Läsa' });

/** Says in the API's description that a create may carry an Idempotency-Key. */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'En egen nyckel för begäran. Skickas den igen ges samma svar, och inget görs två gånger.',
      schema: { type: 'string', maxLength: 255 },
    }),
  );

/** A POST that carries an Idempotency-Key has its effect once: the answer is kept in the same transaction, encrypted, for a day. */
@Injectable()
export class Idempotency {
  private readonly key: KeyObject;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly encryption: Encryption,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.key = createSecretKey(derivedKey(settings.masterKey, 'idempotency-answers'));
  }

  async once(request: FastifyRequest, reply: FastifyReply, handle: () => Promise<unknown>): Promise<unknown> {
    const header = request.headers['idempotency-key'];
    if (request.method !== 'POST' || header === undefined) return handle();
    if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header)) {
      throw Problem.field('Idempotency-Key', 'Ange 1–255 tecken utan mellanslag, till exempel ett uuid.');
    }
    const route = `${request.method} ${request.url}`;
    // Keyed, because a body may hold an identity number, and those are few enough to try them all.
    const fingerprint = this.encryption.fingerprint('idempotency-bodies', JSON.stringify(request.body ?? null));
    const [kept] = await this.database.query<{ fingerprint: Buffer; status: number; answer: Buffer }>(
      FIND(route, header),
    );
    if (kept) {
      if (!kept.fingerprint.equals(fingerprint))
        throw new Problem('key-reused', 'Använd en ny nyckel för en ny begäran.');
      const opened = this.encryption.decrypt(this.key, `idempotency:${header}`, kept.answer);
      const { answer, subject } = JSON.parse(opened) as Kept;
      await this.mustSee(subject);
      this.log.record(answerRepeated, {
        ...(subject && { subject }),
        facts: { route: request.routeOptions.url ?? '' },
      });
      reply.status(kept.status);
      return answer;
    }
    const answer = await handle();
    if (answer instanceof Problem) return answer;
    const { subject } = this.database.scope;
    const whole = JSON.stringify({ answer: answer ?? null, subject } satisfies Partial<Kept>);
    const sealed = this.encryption.encrypt(this.key, `idempotency:${header}`, whole);
    const first = await this.database.scope.change(KEEP(route, header, fingerprint, reply.statusCode, sealed));
    if (first === 0) throw new Problem('request-in-progress', 'Vänta en stund och försök igen med samma nyckel.');
    return answer;
  }

  /** 404 when it is about a child or a case that the actor sees no more. */
  private async mustSee(subject: string | undefined): Promise<void> {
    const [kind, id] = subject?.split(':') ?? [];
    const find = SEEN[kind as keyof typeof SEEN];
    if (find && id && (await this.database.query(find(id))).length === 0) throw Problem.notFound();
  }
}
