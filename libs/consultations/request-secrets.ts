import { Injectable } from '@nestjs/common';
import { Encryption } from '../platform/index.ts';

/** The free-text fields of a request, its preparation and its consultations, all under the request's one key. */
export type SecretField =
  | 'consultation_request.question'
  | 'consultation_request.tried'
  | 'consultation_request.return_question'
  | 'consultation_request.redirect_reason'
  | 'consultation_request.withdrawal_reason'
  | 'preparation.note'
  | 'consultation.advice';

/** Reads and writes the free text of one request. */
export class RequestSecrets {
  constructor(
    private readonly encryption: Encryption,
    readonly keyId: string,
    readonly key: Buffer,
  ) {}

  /** `rowId` is the id of the row that the field stands in. */
  write(field: SecretField, rowId: string, text: string): Buffer {
    return this.encryption.encrypt(this.key, `${field}:${rowId}`, text);
  }

  /** Empty where nothing is written. */
  read(field: SecretField, rowId: string, sealed: Buffer | null): string {
    return sealed ? this.encryption.decrypt(this.key, `${field}:${rowId}`, sealed) : '';
  }
}

@Injectable()
export class RequestSecretsFactory {
  constructor(private readonly encryption: Encryption) {}

  /** Of a request that is there: its key's id and the wrapped key. */
  of(keyId: string, wrapped: Buffer): RequestSecrets {
    return new RequestSecrets(this.encryption, keyId, this.encryption.unwrap(keyId, wrapped));
  }

  /** Of a new request, with a key of its own. */
  new(keyId: string): { secrets: RequestSecrets; wrapped: Buffer } {
    const { key, wrapped } = this.encryption.newDataKey(keyId);
    return { secrets: new RequestSecrets(this.encryption, keyId, key), wrapped };
  }
}
