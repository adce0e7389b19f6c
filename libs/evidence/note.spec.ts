import { createPrivateKey, createPublicKey } from 'node:crypto';
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import { exampleKey, exampleOrigin, exampleVerifierKey } from '../../test/support/example-log.ts';
import { sha256 } from './merkle.ts';
import { ed25519Signer, NoteError, openNote, parseVerifierKey, signNote, verifierKey } from './note.ts';

/** The key and note of the package golang.org/x/mod/sumdb/note. Ed25519 is deterministic, so signing gives the very bytes. */
const vkey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const seed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
const key = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
});
const verifier = parseVerifierKey(vkey);
const stranger = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';

describe('signed notes', () => {
  it('sign, open and name the key as the Go implementation does', async () => {
    expect(await signNote(text, ed25519Signer('PeterNeumann', key))).toBe(note);
    expect(verifierKey('PeterNeumann', createPublicKey(key))).toBe(vkey);
    expect(openNote(note, [verifier])).toBe(text);
  });

  it('pass over signatures by unknown keys, wherever they stand', () => {
    const line = note.slice(text.length + 1);
    const foreign = line.replace('PeterNeumann', 'Someone');
    expect(openNote(`${text}\n${foreign}${line}`, [verifier])).toBe(text);
    expect(openNote(note, [parseVerifierKey(stranger), verifier])).toBe(text);
    expect(() => openNote(note, [parseVerifierKey(stranger)])).toThrow('no signature by a known key');
    expect(() => openNote(`${text}\n${foreign}`, [verifier])).toThrow('no signature by a known key');
  });

  it('no byte of a note can be changed', () => {
    const bytes = Buffer.from(note);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(() => openNote(changed.toString(), [verifier])).toThrow(NoteError);
    }
  });

  it.each([
    ['no signature', text],
    ['no empty line', note.replace('\n\n', '\n')],
    ['no last newline', note.slice(0, -1)],
    ['a line after the signatures', `${note}more\n`],
    ['a control character', note.replace('think', 'thi\tk')],
    ['a carriage return', note.replaceAll('\n', '\r\n')],
    ['a lone surrogate', note.replace('think', 'thi\ud83dk')],
    ['unpadded base64', note.replace('AM=\n', 'AM\n')],
    ['too many signatures', note + note.slice(text.length + 1).repeat(100)],
  ])('refuse %s', (_, malformed) => {
    expect(() => openNote(malformed, [verifier])).toThrow(NoteError);
  });

  it('refuse to sign what is not lines of text', async () => {
    const signer = ed25519Signer('PeterNeumann', key);
    await expect(signNote('no newline', signer)).rejects.toThrow(NoteError);
    await expect(signNote('a\tb\n', signer)).rejects.toThrow(NoteError);
  });

  it('refuse every other spelling of a key', () => {
    for (let at = 0; at < vkey.length; at++) {
      const changed = vkey.slice(0, at) + String.fromCharCode(vkey.charCodeAt(at) + 1) + vkey.slice(at + 1);
      expect(() => parseVerifierKey(changed)).toThrow(NoteError);
      expect(() => parseVerifierKey(vkey.slice(0, at))).toThrow(NoteError);
    }
    expect(() => ed25519Signer('two words', key)).toThrow(NoteError);
    expect(() => ed25519Signer('a+b', key)).toThrow(NoteError);
  });
});

describe('checkpoints', () => {
  const root = sha256(Buffer.from('root'));
  const logKey = exampleKey('the log');
  const logVerifier = parseVerifierKey(exampleVerifierKey(logKey));

  it('are read as C2SP tlog-checkpoint writes them', () => {
    const body = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    const { origin, size } = parseCheckpoint(body);
    expect({ origin, size }).toEqual({ origin: 'example.com/behind-the-sofa', size: 20852163 });
    expect(formatCheckpoint(parseCheckpoint(body))).toBe(body);
  });

  it('open with the key of the log they speak for', async () => {
    const signed = await signCheckpoint(17, root, ed25519Signer(exampleOrigin, logKey));
    expect(openCheckpoint(signed, logVerifier)).toEqual({ origin: exampleOrigin, size: 17, root });
  });

  it('of another log are refused, even under the right key', async () => {
    const other = await signNote(
      formatCheckpoint({ origin: 'other.se', size: 1, root }),
      ed25519Signer(exampleOrigin, logKey),
    );
    expect(() => openCheckpoint(other, logVerifier)).toThrow('another log');
  });

  const base64 = root.toString('base64');
  it.each([
    ['no origin', `\n1\n${base64}\n`],
    ['a leading zero', `a\n01\n${base64}\n`],
    ['a negative size', `a\n-1\n${base64}\n`],
    ['a fraction', `a\n1.5\n${base64}\n`],
    ['an exponent', `a\n1e3\n${base64}\n`],
    ['no size', `a\n\n${base64}\n`],
    ['a size past the safe integers', `a\n9007199254740993\n${base64}\n`],
    ['a short root', `a\n1\n${base64.slice(4)}\n`],
    ['an extension line', `a\n1\n${base64}\nmore\n`],
    ['no last newline', `a\n1\n${base64}`],
  ])('with %s are refused', (_, malformed) => {
    expect(() => parseCheckpoint(malformed)).toThrow(NoteError);
  });
});
