import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ed25519Signer, parseVerifierKey, verifierKey, type Signer, type Verifier } from '../evidence/index.ts';
import { derivedKey, SETTINGS, type Settings } from '../platform/index.ts';

// An Ed25519 private key is 32 bytes; this is what PKCS #8 puts before them (RFC 8410).
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key that signs the log. Each area's log has its own origin, which is also the key's name. */
@Injectable()
export class LogKey {
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;

  constructor(@Inject(SETTINGS) settings: Pick<Settings, 'masterKey'>) {
    const seed = derivedKey(settings.masterKey, 'sign-the-log');
    this.privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.privateKey);
  }

  origin(area: string): string {
    return `samordna/${area}`;
  }

  signer(area: string): Signer {
    return ed25519Signer(this.origin(area), this.privateKey);
  }

  /** The text that an outsider keeps, to know the area's log by. */
  text(area: string): string {
    return verifierKey(this.origin(area), this.publicKey);
  }

  verifier(area: string): Verifier {
    return parseVerifierKey(this.text(area));
  }
}
