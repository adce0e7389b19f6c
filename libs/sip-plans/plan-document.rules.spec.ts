import type { PlanContent } from './plan.dto.ts';
import { childsCopyOf, copyFor, signersOf, writtenOut } from './plan-document.rules.ts';
import { EMPTY_PLAN } from './plan.rules.ts';

const content: PlanContent = {
  ...EMPTY_PLAN,
  childsWords: 'Jag vill ha lugnt.',
  needs: [{ id: 'n1', text: 'Komma till skolan' }],
  goals: [{ id: 'g1', text: 'Fyra dagar i veckan', term: 'SHORT', needId: 'n1' }],
  interventions: [
    { id: 'i1', text: 'Samtal varje vecka', unitId: 'bup', goalId: 'g1', dueOn: '2026-06-01' },
    { id: 'i2', text: 'Mentor', unitId: 'school', startOn: '2026-03-10' },
  ],
  noMeasuresByOthers: true,
  lead: { unitId: 'school', person: 'Erik Lund, kurator' },
  followUpOn: '2026-06-03',
  followUpCalledByUnitId: 'bup',
  familyAgrees: false,
  dissent: 'Pappa vill vänta',
  childVersion: 'Vi hjälps åt.',
};
const unit = (of: { id: string; name: string; service: string }, principal: 'REGION' | 'MUNICIPALITY') => ({
  ...of,
  principal,
  principalName: principal === 'REGION' ? 'Almby region' : 'Almby kommun',
  active: true,
});
const PLAN: Parameters<typeof writtenOut>[0] = {
  number: 1,
  confirmedOn: '2026-03-06',
  content,
  units: [
    unit({ id: 'bup', name: 'BUP Almby', service: 'CHILD_PSYCHIATRY' }, 'REGION'),
    unit({ id: 'school', name: 'Almbyskolan', service: 'SCHOOL' }, 'MUNICIPALITY'),
    { ...unit({ id: 'old', name: 'Almby förskola', service: 'PRESCHOOL' }, 'MUNICIPALITY'), active: false },
  ],
};
const SERVICES = [
  { code: 'CHILD_PSYCHIATRY', name: 'BUP' },
  { code: 'SCHOOL', name: 'Skola' },
];
const open = writtenOut(PLAN, SERVICES, false);
const shielded = writtenOut(PLAN, SERVICES, true);

describe('a plan written out', () => {
  it('is signed by the family as it is on the day: from the 18th birthday no guardian, also while that stands nowhere', () => {
    const guardian = { hiddenFromOther: false, name: 'Robin Ek' };
    const family = {
      child: { givenName: 'Alva', familyName: 'Ek' },
      family: {
        birthDate: '2010-03-06',
        guardians: [
          { id: 'g1', endedOn: null },
          { id: 'g2', endedOn: '2026-03-01' },
        ],
      },
      guardians: [
        { ...guardian, id: 'g1' },
        { ...guardian, id: 'g2', name: 'Kim Ek' },
      ],
    };
    const on = (day: string) => signersOf(open, family, day).slice(0, -2);
    expect(on('2028-03-05')).toEqual(['Alva Ek', 'Robin Ek, vårdnadshavare']);
    expect(on('2028-03-06')).toEqual(['Alva Ek']);
  });

  it('begins with the child and says who does what by when, dissent too', () => {
    const { sections } = copyFor('bup', open);
    expect(sections.slice(1, 5)).toEqual([
      { heading: 'Det här är viktigt för mig', paragraphs: ['Jag vill ha lugnt.'] },
      { heading: 'Behov', paragraphs: ['Komma till skolan.'] },
      { heading: 'Mål', paragraphs: ['Fyra dagar i veckan.\nPå sikt: kort sikt. Behov: Komma till skolan.'] },
      {
        heading: 'Insatser',
        paragraphs: [
          'Samtal varje vecka.\nAnsvarar: BUP Almby (Almby region). Klart senast: 1 juni 2026. Leder till: Fyra dagar i veckan.',
          'Mentor.\nAnsvarar: Almbyskolan (Almby kommun). Börjar: 10 mars 2026.',
        ],
      },
    ]);
    expect(sections.slice(5)).toEqual([
      { heading: 'Åtgärder av andra', paragraphs: ['Inga.'] },
      {
        heading: 'Övergripande ansvar',
        rows: [
          { label: 'Huvudman', text: 'Almby kommun' },
          { label: 'Enhet', text: 'Almbyskolan' },
          { label: 'Person', text: 'Erik Lund, kurator' },
        ],
      },
      {
        heading: 'Uppföljning',
        rows: [
          { label: 'Dag', text: '3 juni 2026' },
          { label: 'Kallar', text: 'BUP Almby' },
        ],
      },
      {
        heading: 'Familjens syn',
        paragraphs: ['Familjen är inte överens om hela planen.\nInte överens om: Pappa vill vänta.'],
      },
    ]);
  });

  it('promises each unit only what it has taken on itself, and a guardian nothing', () => {
    expect(copyFor('bup', open).promises).toEqual([{ id: 'i1', text: 'Samtal varje vecka', dueOn: '2026-06-01' }]);
    expect(copyFor('school', open).promises).toEqual([{ id: 'i2', text: 'Mentor', startOn: '2026-03-10' }]);
    expect(copyFor(undefined, open).promises).toEqual([]);
  });

  it('6.2.9: names no school, place or contact where the child is shielded, on paper as in copies', () => {
    for (const document of [copyFor('bup', shielded), childsCopyOf(shielded)]) {
      expect(JSON.stringify(document)).not.toMatch(/Almby|Erik Lund/);
    }
    expect(JSON.stringify(copyFor('bup', shielded))).toContain('Ansvarar: Skola (kommunen).');
  });

  it('has lines to sign on for those who were parties when it was confirmed', () => {
    expect(open.parties).toEqual(['BUP Almby', 'Almbyskolan']);
    expect(shielded.parties).toEqual(['BUP', 'Skola']);
  });

  it('is the child’s own in plain words: what was said, what is done, and who helps with what', () => {
    expect(childsCopyOf(open)).toEqual({
      title: 'Min plan',
      promises: [],
      sections: [
        { heading: 'Det här har du sagt', paragraphs: ['Jag vill ha lugnt.'] },
        { heading: 'Så här ska vi göra', paragraphs: ['Vi hjälps åt.'] },
        {
          heading: 'Vem hjälper dig med vad',
          rows: [
            { label: 'BUP Almby', text: 'Samtal varje vecka.' },
            { label: 'Almbyskolan', text: 'Mentor.' },
          ],
        },
        { heading: 'När vi ses igen', paragraphs: ['3 juni 2026. Den som bjuder in är BUP Almby.'] },
      ],
    });
  });
});
