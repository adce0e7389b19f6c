import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiCookieAuth, ApiExtension } from '@nestjs/swagger';

export const NEEDS = 'needs';

/** The permission that a route needs. Every route has this or `@Public()`; one without either stops the start-up. */
export const Needs = (permission: string): MethodDecorator =>
  applyDecorators(SetMetadata(NEEDS, permission), ApiCookieAuth(), ApiExtension('x-needs', permission));

/** A route that anybody may call, signed in or not. */
export const Public = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(NEEDS, 'public'), ApiExtension('x-needs', 'public'));
