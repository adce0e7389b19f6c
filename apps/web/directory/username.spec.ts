import { usernameOf } from './username.ts';

describe('the user name suggested', () => {
  it.each([
    ['Sara Lind', 'sara.lind'],
    ['Åsa Ek-Öberg', 'asa.oberg'],
    ['  Anna Maria Sund ', 'anna.sund'],
    ['Cher', 'cher'],
    ['', ''],
  ])('for %j is %j', (name, username) => {
    expect(usernameOf(name)).toBe(username);
  });
});
