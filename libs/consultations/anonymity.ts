import { Injectable } from '@nestjs/common';
import { BlockedNameService } from '../directory/index.ts';
import { refuseFaults } from '../platform/index.ts';
import { anonymityFault, possibleNamesIn } from './anonymity.rules.ts';

/** Refuses free text that could tell who a child is, before any of it is stored. */
@Injectable()
export class Anonymity {
  constructor(private readonly blockedNames: BlockedNameService) {}

  /** `texts` by field name. 422 with the places to mend. */
  async check(texts: Record<string, string | undefined>): Promise<void> {
    const written = Object.entries(texts).flatMap(([field, text]) => (text ? [{ field, text }] : []));
    if (written.length === 0) return;
    const words = [...new Set(written.flatMap(({ text }) => possibleNamesIn(text)).map(({ name }) => name))];
    const blocked = await this.blockedNames.among(words);
    const errors = written.flatMap(({ field, text }) => anonymityFault(field, text, blocked) ?? []);
    refuseFaults(errors, 'Texten får inte visa vem barnet är. Inget är sparat.');
  }
}
