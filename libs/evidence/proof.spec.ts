import { exampleEntry, exampleKey, exampleVerifierKey, logOf } from '../../test/support/example-log.ts';
import { encodeEntry } from './entry.ts';
import { inclusionProof } from './merkle.ts';
import { parseVerifierKey } from './note.ts';
import { formatProof, parseProof, ProofError, verifyProof } from './proof.ts';
import { hashesFromTiles } from './tiles.ts';

const size = 300;
const entries = Array.from({ length: size }, (_, i) => encodeEntry(exampleEntry(i)));
const verifier = parseVerifierKey(exampleVerifierKey(exampleKey('the log')));

describe('a tlog-proof', () => {
  it('shows offline that an entry is in the log, and where', async () => {
    const { index, checkpoint } = verifyProof(await proofOf(123), entries[123]!, verifier);
    expect([index, checkpoint.size]).toEqual([123, size]);
  });

  it('has the form of C2SP tlog-proof', async () => {
    const proof = await proofOf(0);
    const lines = proof.split('\n');
    expect(lines.slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 0']);
    expect(lines.indexOf('')).toBe(2 + 9);
    expect(formatProof(parseProof(proof))).toBe(proof);
  });

  it('may carry extra data, which proves nothing', async () => {
    const proof = (await proofOf(5)).replace('\nindex', '\nextra aGVq\nindex');
    expect(verifyProof(proof, entries[5]!, verifier).index).toBe(5);
  });

  it('of a log with one entry has no hashes', async () => {
    const log = await logOf(entries.slice(0, 1));
    const proof = formatProof({ index: 0, hashes: [], checkpoint: log.checkpoints[0]! });
    expect(verifyProof(proof, entries[0]!, verifier).index).toBe(0);
  });

  it('proves nothing of another entry, another index or under another key', async () => {
    const proof = await proofOf(123);
    const other = parseVerifierKey(exampleVerifierKey(exampleKey('another log')));
    expect(() => verifyProof(proof, entries[124]!, verifier)).toThrow(ProofError);
    expect(() => verifyProof(proof.replace('index 123', 'index 122'), entries[123]!, verifier)).toThrow(ProofError);
    expect(() => verifyProof(proof, entries[123]!, other)).toThrow('no signature by a known key');
  });

  it.each([
    ['another header', (proof: string) => proof.replace('@v1', '@v2')],
    ['a leading zero', (proof: string) => proof.replace('index 7', 'index 07')],
    ['no index', (proof: string) => proof.replace('index 7\n', '')],
    ['a hash cut short', (proof: string) => proof.replace('=\n', '\n')],
    ['extra data that is not base64', (proof: string) => proof.replace('\nindex', '\nextra ?\nindex')],
    ['nothing in it', () => ''],
  ])('with %s is refused', async (_, spoil) => {
    const proof = await proofOf(7);
    expect(() => parseProof(spoil(proof))).toThrow(ProofError);
  });
});

async function proofOf(index: number): Promise<string> {
  const log = await logOf(entries);
  const hashes = await inclusionProof(
    index,
    size,
    hashesFromTiles((level, n) => log.tile(level, n)),
  );
  return formatProof({ index, hashes, checkpoint: log.checkpoints[0]! });
}
