import type { AttendanceBand, ExaminationKind } from './tracker.ts';

export const EXAMINATION_NAMES: Record<ExaminationKind, string> = {
  PHYSICAL: 'Fysisk hälsa',
  PSYCHOLOGICAL: 'Psykisk hälsa',
  ORAL: 'Tänder och mun',
};

export const POINT_NAMES: Record<AttendanceBand['point'], string> = {
  START: 'Vid start',
  FOLLOW_UP: 'Vid uppföljning',
  END: 'Vid slut',
};

export const BAND_CHANGE_WORDS = {
  IMPROVED: 'Frånvaron har minskat från start till slut.',
  SAME: 'Frånvaron är lika stor vid slut som vid start.',
  WORSE: 'Frånvaron har ökat från start till slut.',
};
