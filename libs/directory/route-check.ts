import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { NEEDS } from '../platform/index.ts';
import { isPermission } from './permission.policy.ts';

/** A route, and the permission that it names. */
export interface Route {
  handler: string;
  method: string;
  path: string;
  needs: string;
}

/** Stops the start-up when a route names no permission, or one that nobody has. */
@Injectable()
export class RouteCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    for (const { handler, needs } of this.routes()) {
      if (needs !== 'public' && !isPermission(needs)) {
        throw new Error(`${handler} needs '${needs}', which is no permission (permission.policy.ts)`);
      }
    }
  }

  /** Every route of the product. */
  routes(): Route[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as object;
      const base = this.reflector.get<string | undefined>('path', metatype as never) ?? '';
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = (prototype as Record<string, () => unknown>)[name]!;
        const method = this.reflector.get<RequestMethod | undefined>('method', handler);
        if (method === undefined) return [];
        const path = this.reflector.get<string>('path', handler);
        const needs = this.reflector.get<string | undefined>(NEEDS, handler) ?? '';
        return [{ handler: `${metatype!.name}.${name}`, method: RequestMethod[method], path: join(base, path), needs }];
      });
    });
  }
}

const join = (base: string, path: string): string =>
  `/${[base, path]
    .map((part) => part.replaceAll(/^\/|\/$/g, ''))
    .filter(Boolean)
    .join('/')}`;
