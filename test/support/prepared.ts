import type { Route } from '../../libs/directory/index.ts';
import type { Cast } from './cast.ts';
import type { Call } from './recipe.ts';
import { RECIPES } from './recipes.ts';

/** Calls of routes that would succeed, for tests that walk every route. */
export class PreparedCalls {
  private readonly calls = new Map<string, Promise<Call>>();

  constructor(private readonly cast: Cast) {}

  /** A call of its own, to be carried out. */
  fresh({ method, path }: Route): Promise<Call> {
    return Promise.resolve(RECIPES[`${method} ${path}`]!(this.cast));
  }

  /** A call that is only to be refused: prepared once, since a refusal leaves everything as it was. */
  toRefuse(route: Route): Promise<Call> {
    const name = `${route.method} ${route.path}`;
    const call = this.calls.get(name) ?? this.fresh(route);
    this.calls.set(name, call);
    return call;
  }
}
