/** What can be wrong with an exported log; causes before what follows from them, which is the order they are reported in. */
const faults = [
  'leaf', // an entry and its leaf hash in the tile disagree
  'bundle', // a bundle holds other than the entries it should
  'entry', // not canonical, or of unknown shape
  'tile', // a tile and the tiles or entries below it disagree
  'file-unexpected', // a tile that a log of this size does not have
  'checkpoint-signature', // malformed, or not signed by the log's key
  'checkpoint-order', // sizes must grow, and `checkpoint` be the last
  'checkpoint-root', // the entries do not give the root that was signed
  'outside-signature', // a checkpoint kept outside is not signed by the log's key
  'outside-size', // the log is shorter than a checkpoint kept outside
  'outside-root', // the log is another than the one a checkpoint kept outside was made of
  'opening', // it opens no commitment of its entry
  'figure-form', // a published figure cannot be read or counted
  'figure-tree', // a published figure names a tree that no checkpoint has
  'figure-value', // a recount gives other values
  'manifest', // it disagrees with the signed checkpoints on origin or size
  'file-missing', // the export is not whole; by itself no proof of tampering
] as const;

export type Fault = (typeof faults)[number];

/** Where a fault first shows. */
export interface Place {
  /** Log index of the entry. */
  readonly index?: number;
  /** The first leaf that it may concern, when the entry itself cannot be told: [since, index]. */
  readonly since?: number;
  readonly path?: string;
  readonly detail?: string;
}

export interface Finding extends Place {
  readonly fault: Fault;
  /** How many times it showed; the place is that of the first. */
  readonly count: number;
}

/** `incomplete`: nothing false was found, but files are missing. */
export type Verdict = 'intact' | 'tampered' | 'incomplete';

/** Keeps the first place of each fault and how often it showed, so that a ruined log of a million entries stays a short list. */
export class Findings {
  readonly #byFault = new Map<Fault, Finding>();

  add(fault: Fault, place: Place = {}): void {
    const earlier = this.#byFault.get(fault);
    this.#byFault.set(fault, earlier ? { ...earlier, count: earlier.count + 1 } : { ...place, fault, count: 1 });
  }

  list(): Finding[] {
    return faults.flatMap((fault) => this.#byFault.get(fault) ?? []);
  }

  verdict(): Verdict {
    if (this.#byFault.size === 0) return 'intact';
    return [...this.#byFault.keys()].every((fault) => fault === 'file-missing') ? 'incomplete' : 'tampered';
  }
}
