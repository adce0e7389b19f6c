import { namesIn, textOf } from './names.ts';

describe('the list of names', () => {
  it('has each name once, whatever the rows look like', () => {
    expect(namesIn('  Örjan\n\nÅsa\nelsa\nElsa \r\nÅSA')).toEqual(['elsa', 'åsa', 'örjan']);
    expect(namesIn('\n \n')).toEqual([]);
  });

  it('comes back as it was written', () => {
    expect(namesIn(textOf(['elsa', 'åsa']))).toEqual(['elsa', 'åsa']);
  });
});
