import { randomBytes, type KeyObject } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { commit, countOf, encodeEntry, leafHash, minSaltBytes } from '../evidence/index.ts';
import { Clock, Database, Encryption, newId, type Actor, type Statement } from '../platform/index.ts';
import type { EventKind } from './event-kind.ts';
import { countedFigures } from './figure-definition.ts';

/** Text that the log commits to without holding it: the salted commitment stands in the entry, its opening in a table of its own. */
export interface Secrets {
  keyId: string;
  key: KeyObject;
  values: Record<string, string>;
}

/** What an event says beyond who, when and what kind. */
export interface EventContent {
  /** What it was about, as `kind:id`. */
  subject?: string;
  /** Non-personal values in clear; what figures are counted from. */
  facts?: Record<string, unknown>;
  secrets?: Secrets;
  /** The case in whose timeline the event stands. */
  timelineOf?: string;
  /** `done` unless said otherwise. */
  outcome?: 'done' | 'refused' | 'failed';
  /** Who acted, where it is not the scope's actor: someone signing in has no scope of their own yet. */
  by?: { area: string | null; actor: string | null };
}

/** Events that belong to no area lie in the house's own log. */
export const HOUSE = '00000000-0000-0000-0000-000000000000';

const INSERT = `insert into log_event (event_id, area_id, epoch, entry, leaf_hash, timeline_of) values ($1, $2, $3, $4, $5, $6)`;
const INSERT_WITH_OPENINGS = `with event as (${INSERT})
  insert into log_opening (event_id, name, salt, ciphertext, key_id)
  select $1, o.name, o.salt, o.ciphertext, $10 from unnest($7::text[], $8::bytea[], $9::bytea[]) as o (name, salt, ciphertext)`;

/** The log as writers see it: one event for each access, in the same transaction. */
@Injectable()
export class Log implements OnModuleInit {
  private epoch = 1;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly encryption: Encryption,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.database.maintain('read the epoch', 'samordna_live', async (scope) => {
      const [row] = await scope.query<{ epoch: number }>({ text: 'select epoch from log_cursor' });
      this.epoch = row!.epoch;
    });
  }

  /** Records the scope's one event; it is written together with the commit. */
  record(kind: EventKind, content: EventContent = {}): void {
    this.database.scope.record((actor) => this.insert(kind, content, actor), content.subject);
  }

  private insert(kind: EventKind, content: EventContent, actor: Actor): Statement {
    const id = newId();
    const { names, salts, ciphertexts, commitments } = this.openings(id, content.secrets);
    const area = content.by ? content.by.area : (actor.area ?? null);
    const facts = { ...(actor.reason && { reason: actor.reason }), ...content.facts };
    mustBeCountable(kind.type, facts);
    const entry = encodeEntry({
      v: 1,
      id,
      type: kind.type,
      at: this.clock.now().toISOString(),
      area,
      actor: content.by ? content.by.actor : (actor.assignment ?? null),
      unit: actor.unit ?? null,
      activity: kind.activity,
      outcome: content.outcome ?? 'done',
      ...(content.subject && { subject: content.subject }),
      ...(Object.keys(facts).length > 0 && { facts }),
      ...(commitments.length > 0 && { commitments }),
    });
    const values = [id, area ?? HOUSE, this.epoch, entry, leafHash(entry), content.timelineOf ?? null];
    return commitments.length === 0
      ? { name: 'log.insert', text: INSERT, values }
      : {
          name: 'log.insert-with-openings',
          text: INSERT_WITH_OPENINGS,
          values: [...values, names, salts, ciphertexts, content.secrets!.keyId],
        };
  }

  private openings(eventId: string, secrets: Secrets | undefined) {
    const opened = Object.entries(secrets?.values ?? {}).map(([name, value]) => ({
      name,
      value,
      salt: randomBytes(minSaltBytes),
    }));
    return {
      names: opened.map(({ name }) => name),
      salts: opened.map(({ salt }) => salt),
      ciphertexts: opened.map(({ name, value }) =>
        this.encryption.encrypt(secrets!.key, `log_opening.${name}:${eventId}`, value),
      ),
      commitments: opened.map(commit),
    };
  }
}

/** An event that a figure counts must say what it is counted by: the sealer could not go past it. */
function mustBeCountable(type: string, facts: Record<string, unknown>): void {
  for (const figure of countedFigures()) {
    if (figure.counts.includes(type) && !countOf(figure, facts))
      throw new Error(`${type} cannot be counted for ${figure.id}`);
  }
}
