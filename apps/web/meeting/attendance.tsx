import { useMutation } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { Notice } from '../kit/notice.tsx';
import { SaveState, type Saving } from '../kit/save-state.tsx';
import { adoptSitting, type Sitting } from './meeting.ts';

type Mark = { assignmentId: string; present: boolean };

/** Who is here: each tick is saved at once, and only that tick, so that two people can note at the same time. */
export function Attendance({ sitting }: { sitting: Sitting }) {
  const marking = useMutation({
    mutationFn: (marks: Mark[]) =>
      answer(
        api.PUT('/api/v1/sittings/{id}/attendance', { params: { path: { id: sitting.id } }, body: { marks } }),
      ),
    onSuccess: adoptSitting,
    scope: { id: `attendance ${sitting.id}` },
  });
  const present = new Set(sitting.attendance.filter((each) => each.present).map(({ assignmentId }) => assignmentId));
  for (const mark of (marking.isPending && marking.variables) || []) {
    if (mark.present) present.add(mark.assignmentId);
    else present.delete(mark.assignmentId);
  }

  function mark(chosen: string[]) {
    const marks = sitting.attendance
      .map(({ assignmentId }) => ({ assignmentId, present: chosen.includes(assignmentId) }))
      .filter((each) => each.present !== present.has(each.assignmentId));
    if (marks.length > 0) marking.mutate(marks);
  }

  return (
    <>
      <CheckboxGroup
        name="attendance"
        label="Vilka är här?"
        value={[...present]}
        onChange={mark}
        disabled={sitting.state !== 'PLANNED'}
        choices={sitting.attendance.map(({ assignmentId, name, unitName }) => ({
          value: assignmentId,
          name,
          help: unitName,
        }))}
      />
      {marking.error && (
        <Notice tone="stop" title={asProblem(marking.error).title}>
          {asProblem(marking.error).detail}
        </Notice>
      )}
      <SaveState saving={savingOf(marking)} />
    </>
  );
}

function savingOf({ isPending, isSuccess, submittedAt }: { isPending: boolean; isSuccess: boolean; submittedAt: number }): Saving {
  if (isPending) return { state: 'saving' };
  return isSuccess ? { state: 'saved', at: new Date(submittedAt) } : { state: 'untouched' };
}
