import { openCheckpoint, type Checkpoint } from './checkpoint.ts';
import { hashBytes, leafHash, verifyInclusion } from './merkle.ts';
import { decodeBase64, type Verifier } from './note.ts';

/** Shows offline that a log holds an entry at an index. */
export interface InclusionProof {
  readonly index: number;
  /** From the leaf's sibling up to the root's child. */
  readonly hashes: readonly Uint8Array[];
  /** The signed note, verbatim. */
  readonly checkpoint: string;
}

/** The proof is malformed, or does not prove the entry. */
export class ProofError extends Error {}

const header = 'c2sp.org/tlog-proof@v1';
const proofForm = /^c2sp\.org\/tlog-proof@v1\n(?:extra ([^\n]*)\n)?index (0|[1-9]\d*)\n((?:[^\n]+\n)*)\n([^]+)$/;

/** The text form C2SP tlog-proof; files end in `.tlog-proof`. */
export function formatProof({ index, hashes, checkpoint }: InclusionProof): string {
  const lines = [header, `index ${index}`, ...hashes.map((hash) => Buffer.from(hash).toString('base64'))];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Reads a C2SP tlog-proof; its unauthenticated `extra` line, if any, is checked for form and dropped. */
export function parseProof(text: string): InclusionProof {
  const [, extra, digits, lines = '', checkpoint = ''] = proofForm.exec(text) ?? [];
  const index = Number(digits);
  const hashes = lines.split('\n').slice(0, -1).map(decodeBase64);
  const sound = Number.isSafeInteger(index) && hashes.every((hash) => hash?.length === hashBytes);
  if (!sound || (extra !== undefined && !decodeBase64(extra))) throw new ProofError('not a tlog-proof');
  return { index, hashes: hashes.filter((hash) => hash !== undefined), checkpoint };
}

/** Checks a proof for the exact bytes of an entry; throws a ProofError or NoteError when it does not hold. */
export function verifyProof(
  text: string,
  entry: Uint8Array,
  verifier: Verifier,
): { index: number; checkpoint: Checkpoint } {
  const { index, hashes, checkpoint: note } = parseProof(text);
  const checkpoint = openCheckpoint(note, verifier);
  if (!verifyInclusion(leafHash(entry), index, checkpoint.size, hashes, checkpoint.root)) {
    throw new ProofError(`the entry is not number ${index} in the log`);
  }
  return { index, checkpoint };
}
