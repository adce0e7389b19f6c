import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { Clock, Database, Problem, sql, type Statement, SubjectKeys } from '../platform/index.ts';
import type { CaseRef, ChildHit, ChildHits, ChildSearch } from './child.dto.ts';
import { childEvents } from './child.events.ts';
import { ChildPrints } from './child.prints.ts';
import { ageOn, type ChildDetails, initialsOf, type Protection } from './child.rules.ts';

/** Searches that one assignment may make in five minutes (our convention): enough for work, too few to try numbers out. */
const MOST_SEARCHES = 30;
const WINDOW = `interval '5 minutes'`;

// The latest searches of an assignment, the newest first. Whoever searches at once waits for the row.
const COUNT = sql(
  'child-search.count',
  `insert into child_search as s (searched_at) values (array[now()])
   on conflict (assignment_id) do update set searched_at = now() || s.searched_at[1:${MOST_SEARCHES - 1}]
    where s.searched_at[${MOST_SEARCHES}] is null or s.searched_at[${MOST_SEARCHES}] <= now() - ${WINDOW}`,
);
const WAIT = sql(
  'child-search.wait',
  `select greatest(1, ceil(extract(epoch from searched_at[${MOST_SEARCHES}] + ${WINDOW} - now())))::int as seconds
     from child_search where assignment_id = app_assignment()`,
);

const findBy = (key: string, where: string) =>
  sql(
    `child-search.by-${key}`,
    `select c.id, c.birth_date::text as "birthDate", c.protection, c.details, c.key_id as "keyId", k.wrapped,
            (select json_build_object('id', s.id, 'reference', s.reference) from sip_case s
              where s.child_id = c.id and s.ended_on is null order by s.id desc limit 1) as "openCase"
       from child c join data_key k on k.id = c.key_id
      where c.unit_id = app_unit() and ${where} order by c.birth_date, c.id limit 10`,
  );
const BY_NUMBER = findBy('number', 'c.identity_print = any($1)');
const BY_NAME = findBy('name', 'c.name_print = $1');
const BY_CASE = findBy('case', 'c.id = (select child_id from sip_case where area_id = app_area() and reference = $1)');

interface Found {
  id: string;
  birthDate: string;
  protection: Protection;
  details: Buffer;
  keyId: string;
  wrapped: Buffer;
  openCase: CaseRef | null;
}

/**
 * Finds a child in the unit's own register by number, whole name or case reference, and by nothing else (2001:637 15 §).
 * The log says what was searched by and who was shown, never what was written.
 */
@Injectable()
export class ChildSearchService {
  constructor(
    private readonly database: Database,
    private readonly log: Log,
    private readonly prints: ChildPrints,
    private readonly secrets: SubjectKeys,
    private readonly clock: Clock,
  ) {}

  async search(search: ChildSearch): Promise<ChildHits> {
    const { by, find } = await this.statementFor(search);
    if ((await this.database.scope.change(COUNT())) === 0) throw await this.tooMany();
    const found = await this.database.query<Found>(find);
    this.log.record(childEvents.searched, { facts: { by, shown: found.map(({ id }) => id) } });
    return { hits: found.map((each) => this.hit(each)) };
  }

  private async statementFor({ number, name, caseReference }: ChildSearch): Promise<{ by: string; find: Statement }> {
    if ([number, name, caseReference].filter((key) => key !== undefined).length !== 1)
      throw Problem.field('number', 'Sök på ett i taget: hela numret, hela namnet eller ärendets beteckning.');
    if (number !== undefined) {
      const prints = await this.prints.ofWritten(number);
      if (prints.length === 0)
        throw Problem.field('number', 'Numret stämmer inte. Skriv hela numret och kontrollera varje siffra.');
      return { by: 'NUMBER', find: BY_NUMBER(prints) };
    }
    if (name !== undefined) return { by: 'NAME', find: BY_NAME(await this.prints.ofName(name)) };
    return { by: 'CASE', find: BY_CASE(caseReference!.trim().toUpperCase()) };
  }

  private hit({ id, birthDate, protection, details, keyId, wrapped, openCase }: Found): ChildHit {
    const child = this.secrets.of(keyId, wrapped).open<ChildDetails>('child.details', id, details);
    return {
      childId: id,
      initials: initialsOf(child),
      age: Math.max(0, ageOn(birthDate, this.clock.today())),
      protection,
      ...(openCase && { openCase }),
    };
  }

  private async tooMany(): Promise<Problem> {
    const [wait] = await this.database.query<{ seconds: number }>(WAIT());
    const seconds = wait!.seconds;
    const minutes = Math.ceil(seconds / 60);
    return new Problem(
      'too-many-attempts',
      `Du har sökt ${MOST_SEARCHES} gånger på fem minuter. Vänta ${minutes} ${minutes === 1 ? 'minut' : 'minuter'} och sök igen.`,
      { headers: { 'retry-after': String(seconds) } },
    );
  }
}
