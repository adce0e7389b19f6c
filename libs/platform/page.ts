import { Type } from 'class-transformer';
import { NumberField } from './fields.ts';

/** The furthest row a list reaches by paging; beyond it, narrow the list instead. Counts stop here too. */
export const LIST_REACH = 1000;

/** Which part of a list: pages start at 1 (DIGG FNS.07–09). */
export class PageQuery {
  @NumberField({ label: 'Sida, från 1', min: 1, max: LIST_REACH, optional: true })
  @Type(() => Number)
  page: number = 1;

  @NumberField({ label: 'Rader per sida', min: 1, max: 100, optional: true, example: 20 })
  @Type(() => Number)
  limit: number = 20;
}

/** What a page of a list says of itself; the rows stand beside it under a name of their own. */
export class PageView {
  @NumberField({ label: `Antal i hela listan; räknas högst till ${LIST_REACH}`, min: 0, max: LIST_REACH, example: 37 })
  total!: number;

  @NumberField({ label: 'Sida', min: 1, max: LIST_REACH })
  page!: number;

  @NumberField({ label: 'Rader per sida', min: 1, max: 100, example: 20 })
  limit!: number;
}

/** How many of some rows there are, as far as a list reaches; `rows` is a query without its `select`. */
export const countReached = (rows: string): string =>
  `(select count(*)::int from (select ${rows} limit ${LIST_REACH}) reached)`;

/** First row (from 0) and number of rows of a page. */
export function rowsOf({ page, limit }: PageQuery): { offset: number; limit: number } {
  return { offset: (page - 1) * limit, limit };
}
