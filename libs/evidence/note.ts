import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { hashBytes, sha256 } from './merkle.ts';

/** Signs the text of a note. The private key may live elsewhere (a key service), so the answer may come later. */
export interface Signer {
  readonly name: string;
  /** Four bytes. */
  readonly keyId: Buffer;
  sign(text: Uint8Array): Buffer | Promise<Buffer>;
}

export interface Verifier {
  readonly name: string;
  /** Four bytes. */
  readonly keyId: Buffer;
  verify(text: Uint8Array, signature: Uint8Array): boolean;
}

/** The note is malformed, or not signed as it must be. */
export class NoteError extends Error {}

const ed25519Type = 0x01;
const maxSignatures = 100;
const signatureLine = /^— (\S+) (\S+)$/u;

/** Signs with an Ed25519 key held in this process. */
export function ed25519Signer(name: string, privateKey: KeyObject): Signer {
  const keyId = ed25519KeyId(checkName(name), rawPublicKey(createPublicKey(privateKey)));
  return { name, keyId, sign: (text) => sign(null, text, privateKey) };
}

/** `name+hash+base64(0x01 ‖ public key)`: the text that a log is known by. */
export function verifierKey(name: string, publicKey: KeyObject): string {
  const raw = rawPublicKey(publicKey);
  const keyId = ed25519KeyId(checkName(name), raw).toString('hex');
  return `${name}+${keyId}+${Buffer.concat([Buffer.from([ed25519Type]), raw]).toString('base64')}`;
}

/** Reads a key in the form of `verifierKey`; throws a NoteError when it is malformed or not Ed25519. */
export function parseVerifierKey(text: string): Verifier {
  const [name = '', hash = '', ...rest] = text.split('+');
  const key = decodeBase64(rest.join('+'));
  if (!key || key.length !== 1 + hashBytes || key[0] !== ed25519Type)
    throw new NoteError('not an Ed25519 verifier key');
  const raw = key.subarray(1);
  const keyId = ed25519KeyId(checkName(name), raw);
  if (keyId.toString('hex') !== hash) throw new NoteError('the verifier key does not match its own hash');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  return { name, keyId, verify: (bytes, signature) => verify(null, bytes, publicKey, signature) };
}

/** A signed note (C2SP signed-note): the text, an empty line, a signature line. */
export async function signNote(text: string, signer: Signer): Promise<string> {
  if (!text.endsWith('\n') || !isNoteText(text))
    throw new NoteError('a note is lines of text, each ended by a newline');
  const signature = await signer.sign(Buffer.from(text));
  return `${text}\n— ${signer.name} ${Buffer.concat([signer.keyId, signature]).toString('base64')}\n`;
}

/**
 * Returns the text of a note that at least one of the verifiers vouches for. Signatures by unknown keys are passed over;
 * a false signature by a known key, no known signature, or a malformed note throws a NoteError.
 */
export function openNote(note: string, verifiers: readonly Verifier[]): string {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || !isNoteText(note)) throw new NoteError('not a signed note');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > maxSignatures) throw new NoteError(`more than ${maxSignatures} signatures`);

  let vouched = false;
  for (const line of lines) {
    const { name, keyId, signature } = parseSignature(line);
    const verifier = verifiers.find((each) => each.name === name && each.keyId.equals(keyId));
    if (!verifier) continue;
    if (!verifier.verify(Buffer.from(text), signature)) throw new NoteError(`the signature by ${name} is false`);
    vouched = true;
  }
  if (!vouched) throw new NoteError('no signature by a known key');
  return text;
}

/** Standard base64 in its only canonical spelling, or undefined. */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

function parseSignature(line: string): { name: string; keyId: Buffer; signature: Buffer } {
  const [, name, base64] = signatureLine.exec(line) ?? [];
  const bytes = base64 === undefined ? undefined : decodeBase64(base64);
  if (!bytes || bytes.length < 5) throw new NoteError('a signature line is malformed');
  return { name: checkName(name ?? ''), keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

function ed25519KeyId(name: string, raw: Uint8Array): Buffer {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([ed25519Type]), raw])).subarray(0, 4);
}

function rawPublicKey(publicKey: KeyObject): Buffer {
  const { crv, x } = publicKey.export({ format: 'jwk' });
  if (crv !== 'Ed25519' || !x) throw new NoteError('not an Ed25519 key');
  return Buffer.from(x, 'base64url');
}

function checkName(name: string): string {
  if (name === '' || /[\s+]/u.test(name)) throw new NoteError('a key name has no spaces and no plus sign');
  return name;
}

function isNoteText(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}
