import { COOKIE, endedCookie, LIFETIME_HOURS, newToken, sessionCookie, tokenHash, tokenIn } from './session.rules.ts';

describe("the session's secret", () => {
  it('is 256 random bits, new each time', () => {
    expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
    expect(newToken()).not.toBe(newToken());
  });

  it('is kept only as a hash that follows from it', () => {
    const token = newToken();
    expect(tokenHash(token)).toHaveLength(32);
    expect(tokenHash(token).equals(tokenHash(token))).toBe(true);
    expect(tokenHash(token).equals(tokenHash(newToken()))).toBe(false);
  });
});

describe('the cookie', () => {
  it('goes over https to this host only, never to scripts, never from another site', () => {
    expect(sessionCookie('secret')).toBe(
      `__Host-samordna=secret; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${LIFETIME_HOURS * 3600}`,
    );
  });

  it('is taken back with the same name and path', () => {
    expect(endedCookie()).toBe('__Host-samordna=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0');
  });

  it.each([
    [`${COOKIE}=secret`, 'secret'],
    [`a=b; ${COOKIE}=secret; c=d`, 'secret'],
    [`a=b;${COOKIE}=sec=ret`, 'sec=ret'],
    [`${COOKIE}=`, undefined],
    [`x${COOKIE}=secret`, undefined],
    [`a=${COOKIE}=secret`, undefined],
    ['', undefined],
    [undefined, undefined],
  ])('in %j holds %j', (header, token) => {
    expect(tokenIn(header)).toBe(token);
  });
});
