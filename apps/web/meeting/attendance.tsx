import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Saving } from '../api/autosave.ts';
import { answer, api } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { CheckboxGroup } from '../kit/checkbox-group.tsx';
import { Notice } from '../kit/notice.tsx';
import { SaveState } from '../kit/save-state.tsx';
import type { Sitting } from '../sittings/sitting.ts';
import { adoptSitting } from './meeting.ts';

/** Whether each is here, by assignment. */
type Marks = Record<string, boolean>;

/** Who is here: each tick is saved at once, and only that tick, so that two people can note at the same time. */
export function Attendance({ sitting }: { sitting: Sitting }) {
  const [underWay, setUnderWay] = useState<Marks>({});
  const marking = useMutation({
    scope: { id: `attendance ${sitting.id}` },
    mutationFn: (marks: Marks) => saveMarks(sitting.id, marks),
    onMutate: (marks) => setUnderWay((before) => ({ ...before, ...marks })),
    onSuccess: adoptSitting,
    onSettled: (_saved, _error, marks) =>
      setUnderWay((before) => Object.fromEntries(Object.entries(before).filter(([id]) => !(id in marks)))),
  });
  const present = sitting.attendance
    .filter(({ assignmentId, present: saved }) => underWay[assignmentId] ?? saved)
    .map(({ assignmentId }) => assignmentId);

  function mark(chosen: string[]) {
    const ticked = chosen.filter((id) => !present.includes(id)).map((id) => [id, true]);
    const unticked = present.filter((id) => !chosen.includes(id)).map((id) => [id, false]);
    marking.mutate(Object.fromEntries([...ticked, ...unticked]));
  }

  return (
    <>
      <CheckboxGroup
        name="attendance"
        label="Vilka är här?"
        value={present}
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

function saveMarks(id: string, marks: Marks): Promise<Sitting> {
  const body = { marks: Object.entries(marks).map(([assignmentId, present]) => ({ assignmentId, present })) };
  return answer(api.PUT('/api/v1/sittings/{id}/attendance', { params: { path: { id } }, body }));
}

type Marking = { isPending: boolean; isSuccess: boolean; submittedAt: number };

function savingOf({ isPending, isSuccess, submittedAt }: Marking): Saving {
  if (isPending) return { state: 'saving' };
  return isSuccess ? { state: 'saved', at: new Date(submittedAt) } : { state: 'untouched' };
}
