import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { KnownPerson } from './password-check.service.ts';
import { OwnPasswordService } from './own-password.service.ts';
import { tokenIn } from './session.rules.ts';

type ProvenRequest = FastifyRequest & { proven?: KnownPerson };

/** Asks for the password once more before it is changed: an open screen is not enough. Runs before the request's scope. */
@Injectable()
export class OwnPasswordGuard implements CanActivate {
  constructor(private readonly passwords: OwnPasswordService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ProvenRequest>();
    const { currentPassword } = (request.body ?? {}) as Record<string, unknown>;
    const token = tokenIn(request.headers.cookie);
    // Without a session or a password there is nothing to try: the gate and the field's rule refuse what comes.
    if (token && typeof currentPassword === 'string' && currentPassword !== '' && currentPassword.length <= 200) {
      const proven = await this.passwords.prove(token, currentPassword, request.ip);
      if (proven) request.proven = proven;
    }
    return true;
  }
}

/** Who has proven their password, for the handler behind the guard. */
export const Proven = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<ProvenRequest>().proven,
);
