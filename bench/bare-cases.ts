import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { CaseFileView } from '../libs/sip-plans/case-file.dto.ts';
import type { SealedFile } from '../libs/sip-plans/case-file.reader.ts';
import type { ListedCase } from '../libs/cases/case.lists.ts';
import { DEFAULT_AGREEMENT } from '../libs/directory/agreement.default.ts';
import type { SubjectKey } from '../libs/platform/index.ts';
import type { BareDatabase } from './bare-database.ts';
import { type BareFields, open } from './bare-fields.ts';
import { Refusal } from './bare-refusal.ts';
import { FOLDER } from './server.ts';

const built = (file: string) => import(join(FOLDER, 'dist', file));
const { openedFile } = (await built(
  'libs/sip-plans/case-file.reader.js',
)) as typeof import('../libs/sip-plans/case-file.reader.ts');

const { planConsentOn } = (await built(
  'libs/cases/consent-end.rules.js',
)) as typeof import('../libs/cases/consent-end.rules.ts');

/** One child's key, by hand. */
class BareKey {
  private readonly key: KeyObject;

  constructor(key: KeyObject) {
    this.key = key;
  }

  open<Content>(field: string, rowId: string, bytes: Buffer | string): Content {
    const sealed = typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : bytes;
    return JSON.parse(open(this.key, sealed, `${field}:${rowId}`).toString('utf8')) as Content;
  }
}

/** The work list and a whole case. What a case means is the product's own rules; all between them and the socket is by hand. */
export class BareCases {
  private readonly database: BareDatabase;
  private readonly fields: BareFields;

  constructor(database: BareDatabase, fields: BareFields) {
    this.database = database;
    this.fields = fields;
  }

  list(token: string, { page, limit }: { page: number; limit: number }): Promise<unknown> {
    return this.database.access(token, 'SIP_COORDINATOR', async (send) => {
      const [found] = await send<{ rows: ListedCase[]; total: number }>(
        'sip-case.list-open',
        (page - 1) * limit,
        limit,
      );
      const now = today();
      const cases = found!.rows.map((listed) => this.row(listed, now));
      const facts = { list: 'OPEN', rows: cases.length };
      const event = { type: 'sip-case.listed', activity: 'Läsa', facts };
      return { answer: { cases, total: found!.total, page, limit }, event };
    });
  }

  file(token: string, id: string): Promise<unknown> {
    return this.database.access(token, 'SIP_COORDINATOR', async (send) => {
      const [row] = await send<SealedFile>('case-file.read', id);
      if (!row) throw new Refusal(404);
      const key = this.key(row.keyId, row.wrapped) as unknown as SubjectKey;
      const answer: CaseFileView = openedFile(row, key, DEFAULT_AGREEMENT.sip, 'samordna_sip_coordinator', today());
      const facts = { guarded: row.view.guarded };
      return { answer, event: { type: 'case-file.read', activity: 'Utskrift', subject: `sip-case:${id}`, facts } };
    });
  }

  private row({ row, childId, birthDate, keyId, wrapped, child }: ListedCase, now: string) {
    const standing = { ...row, ...planConsentOn(row.consentEndsOn, now) };
    if (row.guarded) return standing;
    type Named = { givenName: string; familyName: string };
    const key = this.key(keyId, Buffer.from(wrapped, 'base64'));
    const { givenName, familyName } = key.open<Named>('child.details', childId, child);
    const initials = (givenName[0]! + familyName[0]!).toUpperCase();
    const years = Number(now.slice(0, 4)) - Number(birthDate.slice(0, 4));
    return { ...standing, initials, age: now.slice(5) < birthDate.slice(5) ? years - 1 : years };
  }

  private key(id: string, wrapped: Buffer): BareKey {
    return new BareKey(this.fields.unwrap(id, wrapped));
  }
}

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

const today = (): string => DAY.format(new Date());
