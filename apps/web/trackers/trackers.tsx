import type { SipCase } from '../cases/case.ts';
import { AttendancePanel } from './attendance-panel.tsx';
import { ExaminationsPanel } from './examinations-panel.tsx';
import { TransitionPanel } from './transition-panel.tsx';

/** What is followed of a case beside its plan. */
export function Trackers({ sipCase }: { sipCase: SipCase }) {
  return (
    <>
      <TransitionPanel sipCase={sipCase} />
      <ExaminationsPanel sipCase={sipCase} />
      <AttendancePanel sipCase={sipCase} />
    </>
  );
}
