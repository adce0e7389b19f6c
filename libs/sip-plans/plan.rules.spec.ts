import type { PlanContent } from './plan.dto.ts';
import { agreementGaps, contentFaults, EMPTY_PLAN, legalGaps, type PlanUnit } from './plan.rules.ts';

const SCHOOL: PlanUnit = { id: 'school', name: 'Almbyskolan', principal: 'MUNICIPALITY', active: true };
const BUP: PlanUnit = { id: 'bup', name: 'BUP Almby', principal: 'REGION', active: true };
const CLUB: PlanUnit = { id: 'club', name: 'Friskolan', principal: 'OTHER', active: true };
const UNITS = [SCHOOL, BUP, CLUB];
const FRAME = { meetingOn: '2026-03-05', followUpMax: 180 };

const WHOLE: PlanContent = {
  ...EMPTY_PLAN,
  childsWords: 'Jag vill ha lugnt på lektionerna.',
  needs: [{ id: 'n1', text: 'Komma till skolan.' }],
  goals: [{ id: 'g1', text: 'I skolan fyra dagar i veckan.', term: 'SHORT', needId: 'n1' }],
  interventions: [{ id: 'i1', text: 'Samtal varje vecka.', unitId: 'bup', goalId: 'g1', dueOn: '2026-06-01' }],
  measuresByOthers: 'Mormor hämtar på onsdagar.',
  lead: { unitId: 'school', person: 'Erik Lund, kurator' },
  followUpOn: '2026-06-03',
  followUpCalledByUnitId: 'school',
  familyAgrees: true,
};

const [intervention] = WHOLE.interventions as [PlanContent['interventions'][number]];
const legal = (change: Partial<PlanContent>, units = UNITS) =>
  legalGaps({ ...WHOLE, ...change }, units).map(({ check, field }) => [check, field]);
const agreed = (change: Partial<PlanContent>, units = UNITS, frame = FRAME) =>
  agreementGaps({ ...WHOLE, ...change }, units, frame).map(({ check, field }) => [check, field]);

describe('a whole plan', () => {
  it('lacks nothing', () => {
    expect([...legal({}), ...agreed({}), ...contentFaults(WHOLE)]).toEqual([]);
  });

  it('is far away when nothing is written, and each requirement says at which field', () => {
    expect(legalGaps(EMPTY_PLAN, UNITS).map(({ field }) => field)).toEqual([
      'interventions',
      'measuresByOthers',
      'lead.unitId',
    ]);
    expect(agreementGaps(EMPTY_PLAN, UNITS, FRAME).map(({ check }) => check)).toEqual([
      'CHILDS_WORDS',
      'NEEDS',
      'GOALS',
      'LEAD_NAMED',
      'LEAD_NAMED',
      'FOLLOW_UP_DATE',
      'FOLLOW_UP_CALLER',
      'FAMILY',
    ]);
  });
});

describe('6.2.1: the four points of the law', () => {
  it('the interventions', () => {
    expect(legal({ interventions: [] })).toEqual([['INTERVENTIONS', 'interventions']]);
    expect(legal({ interventions: [{ ...intervention, text: '  ' }] })).toEqual([
      ['INTERVENTIONS', 'interventions.0.text'],
    ]);
  });

  it('which principal answers for each of them', () => {
    const { unitId: _, ...unaddressed } = intervention;
    expect(legal({ interventions: [intervention, unaddressed] })).toEqual([['PRINCIPALS', 'interventions.1.unitId']]);
  });

  it('the measures of anyone else, which may be none when the plan says so', () => {
    expect(legal({ measuresByOthers: ' ' })).toEqual([['OTHERS', 'measuresByOthers']]);
    expect(legal({ measuresByOthers: '', noMeasuresByOthers: true })).toEqual([]);
    expect(legal({ noMeasuresByOthers: true })).toEqual([['OTHERS', 'noMeasuresByOthers']]);
  });

  it('the principal with the overall responsibility', () => {
    expect(legal({ lead: { person: 'Erik Lund' } })).toEqual([['LEAD', 'lead.unitId']]);
  });
});

describe('6.2.2: an intervention', () => {
  it('has a unit', () => {
    const { unitId: _, ...unaddressed } = intervention;
    expect(agreed({ interventions: [unaddressed] })).toEqual([['RESPONSIBLE_UNIT', 'interventions.0.unitId']]);
  });

  it('has a unit that takes part still, and says which one has left', () => {
    const left = [SCHOOL, { ...BUP, active: false }];
    expect(agreed({}, left)).toEqual([['RESPONSIBLE_UNIT', 'interventions.0.unitId']]);
    expect(agreementGaps(WHOLE, left, FRAME)[0]!.message).toBe(
      'BUP Almby har lämnat ärendet. Välj en annan enhet som ansvarar för insats 1.',
    );
    expect(agreed({}, [SCHOOL])).toEqual([['RESPONSIBLE_UNIT', 'interventions.0.unitId']]);
  });

  it('begins or is done on a day, in that order', () => {
    const { dueOn: _, ...undated } = intervention;
    expect(agreed({ interventions: [undated] })).toEqual([['WHEN', 'interventions.0.dueOn']]);
    expect(agreed({ interventions: [{ ...undated, startOn: '2026-03-10' }] })).toEqual([]);
    expect(agreed({ interventions: [{ ...intervention, startOn: '2026-06-02' }] })).toEqual([
      ['WHEN', 'interventions.0.dueOn'],
    ]);
  });

  it('needs no goal of its own, but the plan has at least one', () => {
    const { goalId: _, ...aimless } = intervention;
    expect(agreed({ interventions: [aimless] })).toEqual([]);
    expect(agreed({ goals: [] })).toEqual([['GOALS', 'goals']]);
  });
});

describe('6.2.3: the follow-up', () => {
  it.each([
    ['2026-03-05', false],
    ['2026-03-06', true],
    ['2026-09-01', true],
    ['2026-09-02', false],
  ])('on %s, of a meeting on 2026-03-05 and at most 180 days: %s', (followUpOn, allowed) => {
    expect(agreed({ followUpOn })).toEqual(allowed ? [] : [['FOLLOW_UP_DATE', 'followUpOn']]);
  });

  it('cannot be set before there was a meeting, and somebody calls to it', () => {
    expect(agreed({}, UNITS, { ...FRAME, meetingOn: null as never })).toEqual([['FOLLOW_UP_DATE', 'followUpOn']]);
    expect(agreed({ followUpOn: undefined })).toEqual([['FOLLOW_UP_DATE', 'followUpOn']]);
    expect(agreed({ followUpCalledByUnitId: undefined })).toEqual([['FOLLOW_UP_CALLER', 'followUpCalledByUnitId']]);
  });
});

describe('6.2.4: the overall responsibility', () => {
  it('lies with the municipality or the region', () => {
    expect(legal({ lead: { ...WHOLE.lead, unitId: 'bup' } })).toEqual([]);
    expect(legal({ lead: { ...WHOLE.lead, unitId: 'club' } })).toEqual([['LEAD', 'lead.unitId']]);
  });

  it('has a named unit that takes part, and a person', () => {
    expect(agreed({ lead: { unitId: 'school' } })).toEqual([['LEAD_NAMED', 'lead.person']]);
    expect(agreed({}, [{ ...SCHOOL, active: false }, BUP])).toEqual([
      ['LEAD_NAMED', 'lead.unitId'],
      ['FOLLOW_UP_CALLER', 'followUpCalledByUnitId'],
    ]);
  });
});

describe('the family', () => {
  it('is asked, and who does not agree says about what', () => {
    expect(agreed({ familyAgrees: undefined })).toEqual([['FAMILY', 'familyAgrees']]);
    expect(agreed({ familyAgrees: false })).toEqual([['FAMILY', 'dissent']]);
    expect(agreed({ familyAgrees: false, dissent: 'Pappa vill vänta.' })).toEqual([]);
  });
});

describe('a draft', () => {
  it('may lack anything but has no two rows of one id and no link to a row that is gone', () => {
    const faulty = {
      ...WHOLE,
      needs: [...WHOLE.needs, { id: 'n1', text: '' }],
      goals: [{ ...WHOLE.goals[0]!, needId: 'gone' }],
      interventions: [{ ...intervention, goalId: 'gone' }],
    };
    expect(contentFaults(faulty).map(({ field }) => field)).toEqual([
      'needs.1.id',
      'goals.0.needId',
      'interventions.0.goalId',
    ]);
  });
});
