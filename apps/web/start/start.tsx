import type { ComponentType } from 'react';
import type { Role } from '../api/session.ts';
import { PeoplePage } from '../directory/people-page.tsx';
import { LogPage } from '../log/log-page.tsx';
import { MyMeetings } from '../meeting/my-meetings.tsx';
import { MyPlans } from '../plans/my-plans.tsx';
import { MyRequests } from '../requests/my-requests.tsx';
import { useActing } from '../shell/acting.ts';
import { MyDay } from '../triage/my-day.tsx';

const START_PAGES: Record<Role, ComponentType> = {
  REQUESTER: MyRequests,
  SIP_COORDINATOR: MyDay,
  TEAM_MEMBER: MyMeetings,
  MANAGER: MyPlans,
  LOG_REVIEWER: LogPage,
  AREA_ADMINISTRATOR: PeoplePage,
};

/** What one comes to after sign-in: the work of the assignment one acts in. */
export function Start() {
  const StartPage = START_PAGES[useActing().role];
  return <StartPage />;
}
