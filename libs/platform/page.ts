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

/** First row (from 0) and number of rows of a page. */
export function rowsOf({ page, limit }: PageQuery): { offset: number; limit: number } {
  return { offset: (page - 1) * limit, limit };
}
