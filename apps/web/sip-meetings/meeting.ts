import { useQuery } from '@tanstack/react-query';
import { answer, api, ifMatch } from '../api/client.ts';
import type { CreationHeader } from '../api/creation-key.ts';
import { queryClient } from '../api/query.ts';
import type { components } from '../api/schema.generated.ts';
import { caseKey, refreshCase } from '../cases/case.ts';

type Schemas = components['schemas'];

export type Meeting = Schemas['MeetingView'];
export type MeetingPlan = Schemas['MeetingPlan'];
export type MeetingMove = Schemas['MeetingMove'];
export type MeetingCall = Schemas['MeetingCall'];
export type MeetingState = Schemas['MeetingState'];
export type Attendance = Schemas['MeetingAttendance'];
export type ChildPart = Schemas['ChildPart'];
export type RecordDraft = Schemas['RecordDraft'];

const meetingsKey = (caseId: string) => [...caseKey(caseId), 'meetings'];
const meetingKey = (caseId: string, id: string) => [...meetingsKey(caseId), id];

export const meetingPath = (caseId: string, id: string): string => `/arenden/${caseId}/moten/${id}`;

export const readMeeting = (id: string): Promise<Meeting> =>
  answer(api.GET('/api/v1/meetings/{id}', { params: { path: { id } } }));

/** The meetings of a case, the latest first; read anew with the case. */
export const useMeetings = (caseId: string) =>
  useQuery({
    queryKey: meetingsKey(caseId),
    queryFn: () => answer(api.GET('/api/v1/cases/{id}/meetings', { params: { path: { id: caseId } } })),
  });

export const useMeeting = (caseId: string, id: string) =>
  useQuery({ queryKey: meetingKey(caseId, id), queryFn: () => readMeeting(id) });

/** What a meeting has become: known at once. A step also moves the case on, which is then read anew. */
function adopt(meeting: Meeting, step = true): Meeting {
  queryClient.setQueryData(meetingKey(meeting.caseId, meeting.id), meeting);
  if (step) refreshCase(meeting.caseId);
  return meeting;
}

export async function callToMeeting(
  { id, version }: { id: string; version: number },
  body: MeetingPlan,
  creation: CreationHeader,
): Promise<Meeting> {
  const header = { ...ifMatch(version), ...creation };
  return adopt(await answer(api.POST('/api/v1/cases/{id}/meetings', { params: { path: { id }, header }, body })));
}

/** The steps with a meeting in the version that one has read. */
export function meetingSteps({ id, version }: Pick<Meeting, 'id' | 'version'>) {
  const params = { path: { id }, header: ifMatch(version) };
  return {
    move: async (body: MeetingMove) => adopt(await answer(api.PATCH('/api/v1/meetings/{id}', { params, body }))),
    cancel: async (reason: string) =>
      adopt(await answer(api.POST('/api/v1/meetings/{id}/cancellation', { params, body: { reason } }))),
    write: async (body: RecordDraft) =>
      adopt(await answer(api.PUT('/api/v1/meetings/{id}/record', { params, body })), false),
    hold: async (body: RecordDraft) => adopt(await answer(api.POST('/api/v1/meetings/{id}/holding', { params, body }))),
    reopen: async () => adopt(await answer(api.DELETE('/api/v1/meetings/{id}/holding', { params }))),
  };
}
