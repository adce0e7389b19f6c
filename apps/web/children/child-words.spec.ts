import { adultFrom as adultFromByRule } from '../../../libs/children/child.rules.ts';
import { adultFrom, ageText, numberText } from './child-words.ts';
import { languageChoices, languageName } from './languages.ts';

describe('a child in words', () => {
  it('is of age on the day that the rules say', () => {
    for (const born of ['2008-11-28', '2008-02-29', '2009-01-01', '2009-12-31'])
      expect([born, adultFrom(born)]).toEqual([born, adultFromByRule(born)]);
  });

  it('writes numbers and ages as people do', () => {
    expect(numberText('201305302380')).toBe('20130530-2380');
    expect(numberText('98240301AA06')).toBe('98240301AA06');
    expect(ageText(0)).toBe('under 1\u00a0år');
  });

  it('names every language in Swedish, none by its code and no two alike', () => {
    const names = languageChoices().map(({ name }) => name);
    expect(names.filter((name) => /^[a-z]{2,3}$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(languageName('fit')).toBe('meänkieli');
    expect(languageChoices('is').map(({ value }) => value)).toContain('is');
  });
});
