import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { type FieldFault, Problem, refuseFaults } from '../platform/index.ts';
import { SessionService } from './session.service.ts';

/** Sign-in by user name and password, for demo and small sites. Other ways in (OIDC) are strategies beside this one. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly sessions: SessionService) {
    super({ passReqToCallback: true });
  }

  /** Answers the new session's secret, which passport puts on the request as `user`. */
  validate(request: FastifyRequest, username: string, password: string): Promise<{ token: string }> {
    return this.sessions.signIn(username, password, request.ip).then((token) => ({ token }));
  }
}

/** Asks passport, and lets only our own problems out. */
@Injectable()
export class LocalGuard extends AuthGuard('local') {
  override canActivate(context: ExecutionContext) {
    const body = (context.switchToHttp().getRequest<FastifyRequest>().body ?? {}) as Record<string, unknown>;
    const errors: FieldFault[] = ['username', 'password']
      .filter((field) => typeof body[field] !== 'string' || body[field] === '' || body[field].length > 200)
      .map((field) => ({ field, message: field === 'username' ? 'Skriv ditt användarnamn.' : 'Skriv ditt lösenord.' }));
    refuseFaults(errors, 'Fyll i båda fälten.');
    return super.canActivate(context);
  }

  override handleRequest<User>(error: unknown, user: User): User {
    if (error) throw error;
    if (!user) throw new Problem('sign-in-refused', 'Kontrollera stavningen och försök igen.');
    return user;
  }
}
