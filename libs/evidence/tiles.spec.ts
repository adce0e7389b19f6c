import { hashBytes, inclusionProof, leafHash, rootOf, splitHashes, verifyInclusion } from './merkle.ts';
import {
  bundlePath,
  bundlesOf,
  decodeBundle,
  encodeBundle,
  hashesFromTiles,
  isTilePath,
  partialTilesOf,
  TileBuilder,
  tilePath,
  tilesOf,
  type Tile,
} from './tiles.ts';

const leaves = Array.from({ length: 66_000 }, (_, i) => leafHash(Buffer.from(String(i))));

describe('tiles', () => {
  it.each([
    [{ level: 0, n: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, n: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 2, n: 1000, width: 17 }, 'tile/2/x001/000.p/17'],
    [{ level: 5, n: 999, width: 1 }, 'tile/5/999.p/1'],
  ])('%j lies at %s', (id, path) => {
    expect(tilePath(id)).toBe(path);
  });

  it('a tree of 70,000 has the tiles that C2SP tlog-tiles counts up', () => {
    const paths = [...tilesOf(70_000)].map(tilePath);
    expect(paths.filter((path) => /^tile\/0\/\d+$/.test(path))).toHaveLength(273);
    expect(paths.slice(273)).toEqual(['tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1']);
    expect([...bundlesOf(70_000)].map(bundlePath).at(-1)).toBe('tile/entries/273.p/112');
    expect(partialTilesOf(70_000).map(tilePath)).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1']);
  });

  it.each([0, 1, 256, 257, 70_000])('a log of %i has exactly those paths', (size) => {
    const paths = [...[...tilesOf(size)].map(tilePath), ...[...bundlesOf(size)].map(bundlePath)];
    expect(paths.filter((path) => !isTilePath(path, size))).toEqual([]);
    const others = [...[...tilesOf(size + 1)].map(tilePath), ...[...bundlesOf(size + 1)].map(bundlePath)];
    const strangers = [
      'tile/x/000',
      'tile/0/0',
      'tile/0/000/x',
      'tile/entries/999',
      'tile/9/000',
      'tile/00/000',
      'tile/',
      '',
    ];
    const unknown = [...others.filter((path) => !paths.includes(path)), ...strangers];
    expect(unknown.filter((path) => isTilePath(path, size))).toEqual([]);
  });

  it('a tree of 256 is a full tile and a partial one of width 1; an empty tree has none', () => {
    expect([...tilesOf(256)].map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
    expect([...tilesOf(0), ...bundlesOf(0), ...partialTilesOf(0)]).toEqual([]);
  });

  it('hold the hashes that the specification defines', () => {
    const { tiles } = build(leaves);
    for (const [path, { level, n, hashes }] of tiles) {
      const span = 256 ** level;
      const expected = splitHashes(hashes).map((_, i) => {
        const from = (n * 256 + i) * span;
        return rootOf(leaves.slice(from, from + span));
      });
      if (!Buffer.concat(expected).equals(hashes)) throw new Error(path);
    }
    expect([...tiles.keys()].sort()).toEqual([...tilesOf(leaves.length)].map(tilePath).sort());
  });

  it('grow on from the partial tiles alone', () => {
    const whole = build(leaves).tiles;
    for (const size of [0, 1, 255, 256, 257, 65_535, 65_536, 65_537]) {
      const before = build(leaves.slice(0, size));
      const resumed = new TileBuilder(size, before.builder.partials());
      const full = leaves.slice(size).flatMap((leaf) => resumed.append(leaf));
      for (const tile of [...full, ...resumed.partials()]) {
        if (!whole.get(tilePath(tile))?.hashes.equals(tile.hashes)) throw new Error(`${tilePath(tile)} from ${size}`);
      }
    }
    expect(() => new TileBuilder(300, [])).toThrow('partial tile of level 0 is missing');
  });

  it('give the hash of any perfect subtree, and so proofs', async () => {
    const { tiles } = build(leaves);
    const size = leaves.length;
    const root = rootOf(leaves);
    const hashAt = hashesFromTiles((level, n) => {
      const width = Math.min(256, Math.floor(size / 256 ** level) - n * 256);
      return tiles.get(tilePath({ level, n, width }))?.hashes ?? Buffer.alloc(0);
    });
    for (const index of [0, 1, 255, 256, 40_000, 65_535, 65_536, size - 1]) {
      const proof = await inclusionProof(index, size, hashAt);
      expect(verifyInclusion(leaves[index]!, index, size, proof, root)).toBe(true);
    }
    await expect(Promise.resolve(hashAt(0, size))).rejects.toThrow(RangeError);
  });
});

describe('bundles', () => {
  const entries = ['', 'a', 'längre än så', 'x'.repeat(65_535)].map((text) => Buffer.from(text));

  it('give each entry its length as a big-endian uint16', () => {
    expect(encodeBundle(entries.slice(0, 2)).toString('hex')).toBe('0000000161');
    expect(decodeBundle(encodeBundle(entries))).toEqual({ entries, whole: true });
  });

  it('refuse an entry that is too long', () => {
    expect(() => encodeBundle([Buffer.alloc(65_536)])).toThrow(RangeError);
  });

  it.each([1, 2, 3])('a bundle cut %i bytes short is not whole', (missing) => {
    const bundle = encodeBundle([Buffer.from('first'), Buffer.from('se')]);
    expect(decodeBundle(bundle.subarray(0, -missing))).toEqual({ entries: [Buffer.from('first')], whole: false });
  });
});

function build(some: readonly Buffer[]): { builder: TileBuilder; tiles: Map<string, Tile> } {
  const builder = new TileBuilder();
  const full = some.flatMap((leaf) => builder.append(leaf));
  const tiles = new Map([...full, ...builder.partials()].map((tile) => [tilePath(tile), tile]));
  for (const { width, hashes } of tiles.values()) expect(hashes).toHaveLength(width * hashBytes);
  return { builder, tiles };
}
