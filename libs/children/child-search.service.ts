import { Injectable } from '@nestjs/common';
import { Log } from '../audit/index.ts';
import { Clock, Database, Problem, sql, type Statement, SubjectKeys } from '../platform/index.ts';
import type { CaseRef, ChildHit, ChildHits, ChildSearch } from './child.dto.ts';
import { childEvents } from './child.events.ts';
import { ChildPrints } from './child.prints.ts';
import { ageOn, type ChildDetails, initialsOf, type Protection } from './child.rules.ts';
import { SearchLimit } from './search-limit.service.ts';

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
    private readonly limit: SearchLimit,
    private readonly prints: ChildPrints,
    private readonly secrets: SubjectKeys,
    private readonly clock: Clock,
  ) {}

  async search(search: ChildSearch): Promise<ChildHits> {
    const { by, find } = await this.statementFor(search);
    await this.limit.count();
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
}
