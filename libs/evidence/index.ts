export { canonicalJson } from './canonical-json.ts';
export { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint, type Checkpoint } from './checkpoint.ts';
export { commit, minSaltBytes, opens, type Opening } from './commitment.ts';
export { decodeEntry, encodeEntry, EntryError, type LogEntry } from './entry.ts';
export {
  exportFiles,
  type ExportedOpening,
  type ExportFile,
  type LogReader,
  type LogSource,
  type Manifest,
} from './export.ts';
export {
  countOf,
  countFigure,
  FigureCount,
  FigureError,
  figurePublished,
  firstDifference,
  parsePublishedFigure,
  type FigureDefinition,
  type Period,
  type PublishedFigure,
} from './figure.ts';
export type { Fault, Finding, Verdict } from './findings.ts';
export {
  consistencyProof,
  emptyRoot,
  Frontier,
  hashBytes,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
  type HashAt,
} from './merkle.ts';
export {
  ed25519Signer,
  NoteError,
  openNote,
  parseVerifierKey,
  signNote,
  verifierKey,
  type Signer,
  type Verifier,
} from './note.ts';
export { formatProof, parseProof, ProofError, verifyProof, type InclusionProof } from './proof.ts';
export {
  bundlePath,
  bundlesOf,
  decodeBundle,
  encodeBundle,
  hashesFromTiles,
  maxEntryBytes,
  partialTilesOf,
  TileBuilder,
  tilePath,
  tilesOf,
  tileWidth,
  type Tile,
  type TileId,
} from './tiles.ts';
export { CannotVerify, verifyLog, type Trust, type Verification } from './verification.ts';
