import { hashBytes } from './merkle.ts';
import { decodeBase64, NoteError, openNote, signNote, type Signer, type Verifier } from './note.ts';

/** What a log says of itself at a moment: so many entries, with this root. */
export interface Checkpoint {
  readonly origin: string;
  /** Number of entries. */
  readonly size: number;
  readonly root: Buffer;
}

/** The text of a C2SP tlog-checkpoint: origin, size and root, a line each, no extension lines. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** Reads exactly what `formatCheckpoint` writes; anything else throws a NoteError. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, digits, base64, ...rest] = text.split('\n');
  const size = Number(digits);
  const root = decodeBase64(base64 ?? '');
  const sound =
    origin && Number.isSafeInteger(size) && size >= 0 && String(size) === digits && root?.length === hashBytes;
  if (!sound || rest.length !== 1 || rest[0] !== '') throw new NoteError('not a checkpoint');
  return { origin, size, root };
}

/** A signed checkpoint. The log's origin is the signer's name. */
export function signCheckpoint(size: number, root: Buffer, signer: Signer): Promise<string> {
  return signNote(formatCheckpoint({ origin: signer.name, size, root }), signer);
}

/** Reads a checkpoint that the verifier has signed for its own log; throws a NoteError otherwise. */
export function openCheckpoint(note: string, verifier: Verifier): Checkpoint {
  const checkpoint = parseCheckpoint(openNote(note, [verifier]));
  if (checkpoint.origin !== verifier.name) throw new NoteError(`a checkpoint of another log, ${checkpoint.origin}`);
  return checkpoint;
}
