import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { eventKind, Log } from '../audit/index.ts';
import { Database, NEEDS, Problem, problemOf } from '../platform/index.ts';
import { Idempotency } from './idempotency.ts';
import { SESSION } from './permission.policy.ts';
import { SessionGate } from './session.gate.ts';
import { tokenIn } from './session.rules.ts';

const accessRefused = eventKind({ type: 'access.refused', activity: 'Läsa' });

/**
 * One request = one transaction = one actor = one log event. Runs every handler inside the scope of the session's
 * actor, and answers only after the commit. A refused request leaves an event too, in a transaction of its own.
 */
@Injectable()
export class RequestAccess implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly log: Log,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const permission = this.reflector.get<string>(NEEDS, context.getHandler());
    if (permission === 'public') return next.handle();
    const http = context.switchToHttp();
    const handle = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(this.run(http.getRequest(), http.getResponse(), permission, handle).then(orRefuse));
  }

  private async run(request: FastifyRequest, reply: FastifyReply, permission: string, handle: () => Promise<unknown>) {
    const token = tokenIn(request.headers.cookie);
    if (!token) throw new Problem('not-signed-in', 'Logga in och försök igen.');
    const gate = new SessionGate(token, permission);
    try {
      return await this.database.as(gate, async (scope) => {
        try {
          return await this.idempotency.once(request, reply, handle);
        } catch (error) {
          // Who may not come in hears only that, whatever else was wrong with what they sent.
          await scope.enter();
          throw error;
        }
      });
    } catch (error) {
      if (gate.knocked) await this.recordRefusal(request, token, gate.knocked.assignment, error);
      throw error;
    }
  }

  private async recordRefusal(request: FastifyRequest, token: string, assignment: string | undefined, error: unknown) {
    const { type, status } = problemOf(error);
    const gate = new SessionGate(token, assignment ? 'live.listen' : SESSION);
    await this.database.as(gate, async () => {
      this.log.record(accessRefused, {
        outcome: status >= 500 ? 'failed' : 'refused',
        facts: { route: `${request.method} ${request.routeOptions.url}`, problem: type, status },
      });
    });
  }
}

/** A refusal that is answered, and not thrown, keeps what was written with it: a count of tries, and the event that tells of it. */
function orRefuse(answer: unknown): unknown {
  if (answer instanceof Problem) throw answer;
  return answer;
}
