import { DEFAULT_AGREEMENT } from '../../../libs/directory/agreement.default.ts';
import { broughtOver, changesOf, codeFor } from './agreement-changes.ts';
import type { AgreementContent } from './agreement-fields.ts';

const START = DEFAULT_AGREEMENT as AgreementContent;
const changed = (change: (content: AgreementContent) => void): AgreementContent => {
  const content = structuredClone(START);
  change(content);
  return content;
};

describe('what differs between two versions', () => {
  it('is nothing between a version and itself', () => {
    expect(changesOf(START, structuredClone(START))).toEqual([]);
  });

  it('is said in the words of the form', () => {
    const after = changed(({ sip, themes, reportOfConcern }) => {
      sip.days.start = 7;
      sip.consentPolicy.variant = 'GUARDIANS_ALWAYS';
      sip.mayCall = ['SCHOOL', 'CHILD_PSYCHIATRY'];
      reportOfConcern.legalReference = 'SoL 19:1';
      themes[0]!.name = 'Frånvaro';
      themes.push({ code: 'GAMBLING', name: 'Spel om pengar' });
    });
    expect(changesOf(START, after)).toEqual([
      { name: 'Från behovet tills arbetet ska ha börjat, dagar', before: '5', after: '7' },
      {
        name: 'Vem som samtycker',
        before: 'Vårdnadshavarna, och barnet från en viss ålder',
        after: 'Vårdnadshavarna samtycker alltid',
      },
      { name: 'Verksamheter som får kalla', before: expect.stringContaining('Habilitering'), after: 'BUP, Skola' },
      { name: 'Lagrum för orosanmälan', before: 'SoL (2025:400) 19 kap. 1 §', after: 'SoL 19:1' },
      { name: 'Teman', before: 'Skolfrånvaro', after: 'Frånvaro' },
      { name: 'Teman', before: '', after: 'Spel om pengar' },
    ]);
  });

  it('is the whole of SIP where the former version had none of it', () => {
    const { sip: _, ...former } = START;
    expect(changesOf(former as AgreementContent, START).length).toBeGreaterThan(40);
  });
});

describe('what I changed while somebody else saved', () => {
  const mine = changed(({ sip, themes }) => {
    sip.days.start = 7;
    themes[1]!.name = 'Mår dåligt';
    themes.push({ code: 'GAMBLING', name: 'Spel om pengar' });
  });
  const theirs = changed(({ sip, themes }) => {
    sip.days.start = 6;
    sip.days.meeting = 28;
    themes[0]!.name = 'Frånvaro';
    themes.push({ code: 'SLEEP', name: 'Sömn' });
  });

  it('is all that differs from theirs, and nothing of theirs is undone', () => {
    expect(changesOf(theirs, broughtOver(START, mine, theirs))).toEqual([
      { name: 'Från behovet tills arbetet ska ha börjat, dagar', before: '6', after: '7' },
      { name: 'Teman', before: 'Psykisk ohälsa', after: 'Mår dåligt' },
      { name: 'Teman', before: '', after: 'Spel om pengar' },
    ]);
  });

  it('changes neither of the two', () => {
    const [mineBefore, theirsBefore] = [structuredClone(mine), structuredClone(theirs)];
    broughtOver(START, mine, theirs).themes[0]!.name = 'Annat';
    expect([mine, theirs]).toEqual([mineBefore, theirsBefore]);
  });
});

describe('the code of a new row', () => {
  it.each([
    ['Spel om pengar', [], 'SPEL_OM_PENGAR'],
    ['Ångest (svår)', [], 'ANGEST_SVAR'],
    ['Annat', ['ANNAT', 'ANNAT_2'], 'ANNAT_3'],
    ['…', [], 'ROW'],
  ])('for %j, when %j are taken, is %j', (name, taken, code) => {
    expect(codeFor(name, taken)).toBe(code);
  });

  it('is never longer than the API takes', () => {
    expect(codeFor('ö'.repeat(200), ['O'.repeat(34)])).toBe(`${'O'.repeat(34)}_2`);
  });
});
