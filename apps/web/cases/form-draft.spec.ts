import { filled } from './form-draft.ts';

describe('a form that is opened with its draft', () => {
  const blank = { place: '', family: ['CHILD'], calls: { bup: '', school: '' } };

  it('begins blank where nothing is saved', () => {
    expect(filled(blank, undefined)).toEqual(blank);
  });

  it('has what was saved, and is blank where nothing was', () => {
    expect(filled(blank, { place: 'Rum 12', family: [], calls: { bup: 'SUMMONS' } })).toEqual({
      place: 'Rum 12',
      family: [],
      calls: { bup: 'SUMMONS', school: '' },
    });
  });

  it('leaves out what the form no longer has, and what is of another kind', () => {
    const saved = { place: ['Rum 12'], day: '2026-11-24', family: 'CHILD', calls: { social: 'SUMMONS' } };
    expect(filled(blank, saved)).toEqual(blank);
  });
});
