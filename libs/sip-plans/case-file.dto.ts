import { CaseView, ConsentsView, TimelineEvent } from '../cases/index.ts';
import { ChildView } from '../children/index.ts';
import { MeetingView } from '../meetings/index.ts';
import { ObjectField, ObjectsField } from '../platform/index.ts';
import { FollowUpsView } from './follow-up.dto.ts';
import { PlanVersionView } from './plan.dto.ts';

/** A whole case: each part as it is read by itself. */
export class CaseFileView {
  @ObjectField({ label: 'Ärendet', type: () => CaseView })
  case!: CaseView;

  @ObjectField({ label: 'Barnet och människorna runt det', type: () => ChildView })
  child!: ChildView;

  @ObjectField({ label: 'Samtycken', type: () => ConsentsView })
  consents!: ConsentsView;

  @ObjectsField({ label: 'Möten, det senaste först', type: () => MeetingView })
  meetings!: MeetingView[];

  @ObjectField({ label: 'Planen som gäller', type: () => PlanVersionView, optional: true })
  plan?: PlanVersionView;

  @ObjectField({ label: 'Uppföljningar', type: () => FollowUpsView })
  followUps!: FollowUpsView;

  @ObjectsField({ label: 'Händelser, de hundra senaste först', type: () => TimelineEvent })
  timeline!: TimelineEvent[];
}
