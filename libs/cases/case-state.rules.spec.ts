import { ROLE_CODES } from '../directory/index.ts';
import {
  allows,
  CASE_STATES,
  CASE_STEP_NAMES,
  CASE_STEPS,
  END_STATES,
  stateAfter,
  stepsFor,
  type CaseState,
} from './case-state.rules.ts';

describe('the states of a case', () => {
  it('can all be reached from a need', () => {
    const reached = new Set<CaseState>(['NEED_IDENTIFIED']);
    for (let before = 0; before < reached.size;) {
      before = reached.size;
      for (const step of CASE_STEP_NAMES) {
        for (const state of CASE_STATES.filter((each) => reached.has(each)))
          if (allows(state, step)) reached.add(stateAfter(state, step));
      }
    }
    expect([...reached].toSorted()).toEqual([...CASE_STATES].toSorted());
  });

  it('can all come to an end, and an ended case goes nowhere', () => {
    for (const state of CASE_STATES) {
      const steps = CASE_STEP_NAMES.filter((step) => allows(state, step));
      if (END_STATES.includes(state)) expect(steps).toEqual([]);
      else expect(steps.map((step) => stateAfter(state, step))).toContain('CLOSED');
    }
  });

  it('are moved by coordinators and jobs, and by nobody else', () => {
    for (const state of CASE_STATES) {
      for (const role of ROLE_CODES.filter((code) => code !== 'SIP_COORDINATOR'))
        expect(stepsFor(state, role)).toEqual([]);
    }
    expect(CASE_STEP_NAMES.filter((step) => CASE_STEPS[step].by.length === 0)).toEqual(['fall-due']);
  });
});
