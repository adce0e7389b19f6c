import fc from 'fast-check';
import { Encryption } from './encryption.ts';

const encryption = new Encryption({ masterKey: Buffer.alloc(32, 1) });
const elsewhere = new Encryption({ masterKey: Buffer.alloc(32, 2) });

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const PLACE = `consultation_request.question:${ID}`;
const { key, wrapped } = encryption.newDataKey(ID);

describe('an encrypted field', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(encryption.decrypt(key, PLACE, encryption.encrypt(key, PLACE, text))).toBe(text);
      }),
    );
  });

  it('never looks the same twice, and holds nothing of the text', () => {
    const [one, other] = [
      encryption.encrypt(key, PLACE, 'kanariefågel'),
      encryption.encrypt(key, PLACE, 'kanariefågel'),
    ];
    expect(one.equals(other)).toBe(false);
    expect(one.includes('kanarie')).toBe(false);
  });

  it('cannot be read in another place: another row, another column', () => {
    const sealed = encryption.encrypt(key, PLACE, 'text');
    for (const place of [PLACE.replace('8057', '8058'), `consultation_request.tried:${ID}`, '']) {
      expect(() => encryption.decrypt(key, place, sealed)).toThrow();
    }
  });

  it('cannot be read with another key', () => {
    const sealed = encryption.encrypt(key, PLACE, 'text');
    expect(() => encryption.decrypt(encryption.newDataKey(ID).key, PLACE, sealed)).toThrow();
  });

  it('cannot be read when any bit of it was changed, or its end is missing', () => {
    const sealed = encryption.encrypt(key, PLACE, 'text');
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => encryption.decrypt(key, PLACE, changed)).toThrow();
    }
    for (let length = 0; length < sealed.length; length++) {
      expect(() => encryption.decrypt(key, PLACE, sealed.subarray(0, length))).toThrow();
    }
  });
});

describe('a data key', () => {
  it('comes out of its wrapping under its own id', () => {
    expect(encryption.unwrap(ID, wrapped).equals(key)).toBe(true);
  });

  it('comes out under no other id, and not with another master key', () => {
    expect(() => encryption.unwrap(ID.replace('8057', '8058'), wrapped)).toThrow();
    expect(() => elsewhere.unwrap(ID, wrapped)).toThrow();
  });

  it('is another one each time', () => {
    expect(encryption.newDataKey(ID).key.equals(key)).toBe(false);
  });
});

describe('a fingerprint', () => {
  it('finds the same value, and nothing else', () => {
    const found = encryption.fingerprint('area a', '200709032387');
    expect(encryption.fingerprint('area a', '200709032387').equals(found)).toBe(true);
    expect(encryption.fingerprint('area b', '200709032387').equals(found)).toBe(false);
    expect(encryption.fingerprint('area a', '200710202391').equals(found)).toBe(false);
    expect(elsewhere.fingerprint('area a', '200709032387').equals(found)).toBe(false);
  });

  it('keeps purpose and value apart', () => {
    expect(encryption.fingerprint('a', 'b c').equals(encryption.fingerprint('a b', 'c'))).toBe(false);
    expect(encryption.fingerprint('ab', 'c').equals(encryption.fingerprint('a', 'bc'))).toBe(false);
  });
});
