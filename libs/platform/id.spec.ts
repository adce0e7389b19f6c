import { newId, referenceOf } from './id.ts';

describe('ids', () => {
  it('are never the same, and sort by the millisecond in which they were made', () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect(new Set(ids).size).toBe(1000);
    const milliseconds = ids.map((id) => id.slice(0, 13));
    expect(milliseconds.toSorted()).toEqual(milliseconds);
  });
});

describe('a reference', () => {
  it('follows from the id, with its prefix', () => {
    expect(referenceOf('K', '01890a5d-ac96-774b-bcce-b302099a8057')).toBe(
      referenceOf('K', '01890a5d-ac96-774b-bcce-b302099a8057'),
    );
    expect(referenceOf('R', newId())).toMatch(/^R-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('has no letter or digit that is taken for another when read aloud', () => {
    const letters = new Set(
      Array.from({ length: 2000 }, () => referenceOf('K', newId()).slice(2).replace('-', '')).join(''),
    );
    expect([...letters].toSorted().join('')).toBe('23456789ABCDEFGHJKMNPQRSTVWXYZ');
  });

  it('is hardly ever the same for ids made at the same time', () => {
    const references = new Set(Array.from({ length: 5000 }, () => referenceOf('K', newId())));
    expect(references.size).toBeGreaterThan(4995);
  });
});
