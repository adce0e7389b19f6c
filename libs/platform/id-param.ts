import { Param, ParseUUIDPipe } from '@nestjs/common';
import { Problem } from './problem.ts';

/** The `:id` of a route. What is no id is something that is not there. */
export const IdParam = (): ParameterDecorator =>
  Param('id', new ParseUUIDPipe({ exceptionFactory: () => Problem.notFound() }));
