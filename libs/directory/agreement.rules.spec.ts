import { DEFAULT_AGREEMENT } from './agreement.default.ts';
import type { AgreementContent } from './agreement.dto.ts';
import { faultsIn } from './agreement.rules.ts';

const changed = (change: (content: AgreementContent) => void): AgreementContent => {
  const content = structuredClone(DEFAULT_AGREEMENT);
  change(content);
  return content;
};
const fieldsAtFault = (change: (content: AgreementContent) => void): string[] =>
  faultsIn(changed(change), DEFAULT_AGREEMENT).map(({ field }) => field);

describe('a new version of the agreement', () => {
  it('may be the one that every area begins with', () => {
    expect(faultsIn(DEFAULT_AGREEMENT, DEFAULT_AGREEMENT)).toEqual([]);
  });

  it('may give a code another name, another place, and a new code beside it', () => {
    const faults = fieldsAtFault(({ themes }) => {
      themes[0]!.name = 'Frånvaro';
      themes.reverse();
      themes.push({ code: 'GAMBLING', name: 'Spel om pengar' });
    });
    expect(faults).toEqual([]);
  });

  it.each([
    ['themes', ({ themes }: AgreementContent) => themes.shift()],
    ['services', ({ services }: AgreementContent) => services.shift()],
    ['sip.categories', ({ sip }: AgreementContent) => sip.categories.shift()],
    ['sip.closingReasons', ({ sip }: AgreementContent) => sip.closingReasons.shift()],
  ])('keeps every code of %s', (field, drop) => {
    expect(fieldsAtFault(drop)).toEqual([field]);
  });

  it('keeps every code of every list there is', () => {
    const empty = changed((content) => {
      for (const part of [content, content.sip]) {
        for (const list of Object.values(part)) if (Array.isArray(list) && typeof list[0] === 'object') list.length = 0;
      }
    });
    expect(new Set(faultsIn(empty, DEFAULT_AGREEMENT).map(({ field }) => field)).size).toBe(13);
  });

  it('says by its name which row must stay', () => {
    const [fault] = faultsIn(
      changed(({ themes }) => themes.shift()),
      DEFAULT_AGREEMENT,
    );
    expect(fault!.message).toBe('”Skolfrånvaro” kan vara i bruk och måste stå kvar. Byt namn på raden i stället.');
  });

  it.each(['OTHER', 'other', 'Å', 'TWO WORDS', ''])('does not take %j as one more code', (code) => {
    const added = (content: AgreementContent) => content.themes.push({ code, name: 'En till' });
    expect(fieldsAtFault(added)).toEqual([`themes.${DEFAULT_AGREEMENT.themes.length}.code`]);
  });

  it('has no kind of unit that the product does not know', () => {
    const added = ({ services }: AgreementContent) => services.push({ code: 'SPACE_AGENCY', name: 'Rymdstyrelsen' });
    expect(fieldsAtFault(added)).toEqual([`services.${DEFAULT_AGREEMENT.services.length}.code`]);
  });

  it.each([
    ['summonsLead', { summonsLead: 22 }],
    ['replyBefore', { replyBefore: 11 }],
    ['followUpDefault', { followUpDefault: 181 }],
    ['followUpReminder', { followUpReminder: 90 }],
    ['transitionAlarm', { transitionAlarm: 169 }],
  ])('has no %s that contradicts the other days', (field, days) => {
    expect(fieldsAtFault(({ sip }) => void Object.assign(sip.days, days))).toEqual([`sip.days.${field}`]);
  });

  it('takes days that are just possible', () => {
    const days = {
      summonsLead: 21,
      replyBefore: 21,
      followUpDefault: 180,
      followUpReminder: 179,
      transitionAlarm: 168,
    };
    expect(fieldsAtFault(({ sip }) => void Object.assign(sip.days, days))).toEqual([]);
  });

  it('has no youngest child above the oldest', () => {
    expect(fieldsAtFault(({ sip }) => void Object.assign(sip.ages, { from: 19, to: 18 }))).toEqual(['sip.ages.from']);
  });
});
