import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Encryption } from './encryption.ts';

/**
 * The key of one child, one request or one recipient's copies, unwrapped for the work at hand: reads and writes what
 * is encrypted under it. `field` is table and column; with the row's id it binds a ciphertext to its place.
 */
export class SubjectKey {
  constructor(
    private readonly encryption: Encryption,
    readonly keyId: string,
    readonly key: KeyObject,
  ) {}

  write(field: string, rowId: string, text: string): Buffer {
    return this.encryption.encrypt(this.key, `${field}:${rowId}`, text);
  }

  /** Empty where nothing is written. */
  read(field: string, rowId: string, sealed: Buffer | null): string {
    return sealed ? this.encryption.decrypt(this.key, `${field}:${rowId}`, sealed) : '';
  }

  /** A whole object as one ciphertext: one row is opened once, however many fields it has. */
  seal(field: string, rowId: string, content: object): Buffer {
    return this.write(field, rowId, JSON.stringify(content));
  }

  /** What was sealed; `bytes` also as base64, as JSON from the database carries it. */
  open<Content>(field: string, rowId: string, bytes: Buffer | string): Content {
    const sealed = typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : bytes;
    return JSON.parse(this.read(field, rowId, sealed)) as Content;
  }
}

@Injectable()
export class SubjectKeys {
  constructor(private readonly encryption: Encryption) {}

  /** The key of something that is there, from its id and wrapped form. */
  of(keyId: string, wrapped: Buffer | string): SubjectKey {
    const bytes = typeof wrapped === 'string' ? Buffer.from(wrapped, 'base64') : wrapped;
    return new SubjectKey(this.encryption, keyId, this.encryption.unwrap(keyId, bytes));
  }

  /** A new key, with its wrapped form to store. */
  new(keyId: string): { secrets: SubjectKey; wrapped: Buffer } {
    const { key, wrapped } = this.encryption.newDataKey(keyId);
    return { secrets: new SubjectKey(this.encryption, keyId, key), wrapped };
  }
}
