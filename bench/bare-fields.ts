import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { derivedKey } from '../libs/platform/settings.ts';

/** AES-256-GCM of single fields, in the product's format: version ‖ nonce (12) ‖ ciphertext ‖ tag (16). */
export class BareFields {
  private readonly wrappingKey: KeyObject;

  constructor(masterKey: string) {
    this.wrappingKey = createSecretKey(derivedKey(Buffer.from(masterKey, 'hex'), 'wrap-data-keys'));
  }

  newKey(id: string): { key: KeyObject; wrapped: Buffer } {
    const key = randomBytes(32);
    return { key: createSecretKey(key), wrapped: seal(this.wrappingKey, key, `data-key:${id}`) };
  }

  unwrap(id: string, wrapped: Buffer): KeyObject {
    return createSecretKey(open(this.wrappingKey, wrapped, `data-key:${id}`));
  }
}

export function seal(key: KeyObject, plain: Buffer | string, place: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const text = typeof plain === 'string' ? Buffer.from(plain) : plain;
  return Buffer.concat([Buffer.of(1), nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

export function open(key: KeyObject, sealed: Buffer, place: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13)).setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()]);
}
