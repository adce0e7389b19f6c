import {
  emptyRoot,
  Frontier,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
  verifyInclusion,
  type HashAt,
} from './merkle.ts';

/** Subtree roots already computed by `naiveRoot`. */
const memory = new Map<string, Buffer>();

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** The reference leaves and roots of Certificate Transparency, for sizes 0 to 8. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(hex);
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
].map(hex);

describe('the vectors of Certificate Transparency', () => {
  const hashAt = hashesOf(entries.map(leafHash));

  it('has the published root at each size', () => {
    expect(roots.map((_, size) => rootOf(entries.slice(0, size).map(leafHash)).toString('hex'))).toEqual(
      roots.map((root) => root.toString('hex')),
    );
  });

  it.each([
    [0, 1, []],
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
  ])('proves leaf %i in a tree of %i', async (index, size, expected) => {
    expect(toHex(await inclusionProof(index, size, hashAt))).toEqual(expected);
  });
});

describe('against the definitions of RFC 9162, written as they stand', () => {
  const largest = 256;
  const leaves = Array.from({ length: largest }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)));
  const naiveRoots = Array.from({ length: largest + 1 }, (_, size) => naiveRoot(leaves.slice(0, size)));
  const hashAt = hashesOf(leaves);

  it('the frontier has the same root at every size, also after a rest as bytes', () => {
    let frontier = new Frontier();
    for (const leaf of [undefined, ...leaves]) {
      if (leaf) frontier.append(leaf);
      expect(frontier.root()).toEqual(naiveRoots[frontier.size]);
      frontier = Frontier.fromBytes(frontier.toBytes());
    }
    expect(frontier.size).toBe(largest);
  });

  it('refuses bytes that are no frontier', () => {
    const bytes = Frontier.fromBytes(Buffer.alloc(8)).toBytes();
    expect(() => Frontier.fromBytes(bytes.subarray(1))).toThrow('not a frontier');
    expect(() => Frontier.fromBytes(Buffer.concat([bytes, leaves[0]!]))).toThrow('not a frontier');
  });

  it('every inclusion proof is the defined one and holds; it fails for another index, leaf, root or length', async () => {
    for (let size = 1; size <= largest; size++) {
      const root = naiveRoots[size]!;
      for (let index = 0; index < size; index++) {
        const proof = await inclusionProof(index, size, hashAt);
        const leaf = leaves[index]!;
        const sound =
          toHex(proof).join() === toHex(naivePath(index, leaves.slice(0, size))).join() &&
          verifyInclusion(leaf, index, size, proof, root) &&
          !verifyInclusion(leaf, index + 1, size, proof, root) &&
          !verifyInclusion(leaves[(index + 1) % largest]!, index, size, proof, root) &&
          !verifyInclusion(leaf, index, size, proof, naiveRoots[size - 1]!) &&
          !verifyInclusion(leaf, index, size, [...proof, root], root) &&
          (proof.length === 0 || !verifyInclusion(leaf, index, size, proof.slice(1), root));
        if (!sound) throw new Error(`leaf ${index} in a tree of ${size}`);
      }
    }
  });

  it('a proof does not hold for a smaller or larger tree that it happens to fit', async () => {
    const proof = await inclusionProof(7, 8, hashAt);
    expect(verifyInclusion(leaves[7]!, 3, 4, proof, naiveRoots[8]!)).toBe(false);
    expect(verifyInclusion(leaves[7]!, 7, 16, proof, naiveRoots[8]!)).toBe(false);
  });

  it('asks for nothing outside the tree', async () => {
    await expect(inclusionProof(8, 8, hashAt)).rejects.toThrow(RangeError);
    await expect(inclusionProof(-1, 8, hashAt)).rejects.toThrow(RangeError);
    expect(verifyInclusion(leaves[0]!, 8, 8, [], roots[8]!)).toBe(false);
  });
});

/** MTH of RFC 9162 section 2.1.1. Remembered by first leaf and length, or the exhaustive tests would take minutes. */
function naiveRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return emptyRoot;
  if (leaves.length === 1) return leaves[0]!;
  const name = `${leaves[0]!.toString('hex')} ${leaves.length}`;
  const known = memory.get(name);
  if (known) return known;
  const k = naiveSplit(leaves.length);
  const root = nodeHash(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
  memory.set(name, root);
  return root;
}

/** PATH of RFC 9162 section 2.1.3.1. */
function naivePath(m: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const k = naiveSplit(leaves.length);
  return m < k
    ? [...naivePath(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

function naiveSplit(n: number): number {
  return 2 ** (Math.ceil(Math.log2(n)) - 1);
}

/** Perfect subtrees straight from the leaves. */
function hashesOf(leaves: readonly Buffer[]): HashAt {
  return (level, index) => {
    const subtree = leaves.slice(index * 2 ** level, (index + 1) * 2 ** level);
    if (subtree.length !== 2 ** level) throw new RangeError(`no subtree ${index} at level ${level}`);
    return naiveRoot(subtree);
  };
}

function toHex(hashes: readonly Uint8Array[]): string[] {
  return hashes.map((hash) => Buffer.from(hash).toString('hex'));
}
