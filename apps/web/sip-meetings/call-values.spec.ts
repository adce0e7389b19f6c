import { Problem } from '../api/problem.ts';
import { CHILD, inForm, planOf, type PlanValues } from './call-values.ts';

const values: PlanValues = {
  day: '2026-11-24',
  startsAt: '13:30',
  minutes: '60',
  place: 'Rum 12',
  purpose: 'Göra en plan.',
  questions: 'Vem gör vad?\n\n  När ses vi igen? ',
  participation: 'Är med.',
  calls: { school: 'NONE', bup: 'SUMMONS', social: 'INVITATION' },
  showsPlace: ['bup', 'school'],
  readers: { bup: ['amir'] },
  showsProtectedPlace: ['social'],
  family: [CHILD, 'g1'],
};

describe('a summons as the form has it', () => {
  it('is sent with the parties that are called, and one question for each line', () => {
    expect(planOf(values, false)).toMatchObject({
      startsAt: '2026-11-24T13:30',
      minutes: 60,
      questions: ['Vem gör vad?', 'När ses vi igen?'],
      calls: [
        { unitId: 'bup', call: 'SUMMONS', showsPlace: true },
        { unitId: 'social', call: 'INVITATION', showsPlace: false },
      ],
      guardianIds: ['g1'],
      childInvited: true,
    });
  });

  it('of a protected child names the people who are called, and shows the place to those ticked since', () => {
    expect(planOf(values, true).calls).toMatchObject([
      { readerIds: ['amir'], showsPlace: false },
      { readerIds: [], showsPlace: true },
    ]);
  });

  it('has a refusal at the party it is about, whatever its place in what was sent', () => {
    const errors = [
      { field: 'calls.1', message: 'Samtycke saknas.' },
      { field: 'calls.0.readerIds', message: 'Välj vilka.' },
      { field: 'startsAt', message: 'Välj en annan tid.' },
    ];
    const refused = inForm(new Problem({ type: 'x', status: 422, title: 'Rätta', errors }), values);
    expect(refused.errors.map(({ field }) => field)).toEqual(['calls.social', 'readers.bup', 'startsAt']);
  });
});
