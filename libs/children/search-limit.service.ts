import { Injectable } from '@nestjs/common';
import { Database, Problem, sql } from '../platform/index.ts';

/** Searches that one assignment may make in five minutes (our convention): enough for work, too few to try numbers out. */
const MOST_SEARCHES = 30;
const WINDOW = `interval '5 minutes'`;

const HAS_ROOM = `s.searched_at[${MOST_SEARCHES}] is null or s.searched_at[${MOST_SEARCHES}] <= now() - ${WINDOW}`;

// The latest searches of an assignment, the newest first. Whoever searches at once waits for the row.
const COUNT = sql(
  'search-limit.count',
  `insert into child_search as s (searched_at) values (array[now()])
   on conflict (assignment_id) do update set searched_at = now() || s.searched_at[1:${MOST_SEARCHES - 1}] where ${HAS_ROOM}`,
);
const HOLD = sql(
  'search-limit.hold',
  `insert into child_search as s (searched_at) values ('{}')
   on conflict (assignment_id) do update set searched_at = s.searched_at where ${HAS_ROOM}`,
);
const WAIT = sql(
  'search-limit.wait',
  `select greatest(1, ceil(extract(epoch from searched_at[${MOST_SEARCHES}] + ${WINDOW} - now())))::int as seconds
     from child_search where assignment_id = app_assignment()`,
);

/** How often one assignment may learn whether a child is in the unit's register. What was asked for stands nowhere. */
@Injectable()
export class SearchLimit {
  constructor(private readonly database: Database) {}

  /** Counts a search. 429 when there have been too many. */
  count(): Promise<void> {
    return this.within(COUNT);
  }

  /** Lets nobody past the limit, and counts nothing. What is asked in the same assignment meanwhile waits. */
  hold(): Promise<void> {
    return this.within(HOLD);
  }

  private async within(statement: typeof COUNT): Promise<void> {
    if ((await this.database.scope.change(statement())) === 0) throw await this.tooMany();
  }

  private async tooMany(): Promise<Problem> {
    const [wait] = await this.database.query<{ seconds: number }>(WAIT());
    const seconds = wait!.seconds;
    const minutes = Math.ceil(seconds / 60);
    return new Problem(
      'too-many-attempts',
      `Du har sökt ${MOST_SEARCHES} gånger på fem minuter. Vänta ${minutes} ${minutes === 1 ? 'minut' : 'minuter'} och försök igen.`,
      { headers: { 'retry-after': String(seconds) } },
    );
  }
}
