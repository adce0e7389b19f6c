import { QueryClientProvider } from '@tanstack/react-query';
import { I18nProvider } from 'react-aria-components';
import { createBrowserRouter, Outlet } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './api/query.ts';
import { CaseLists } from './cases/case-list.tsx';
import { CasePage } from './case-page/case-page.tsx';
import { NewCasePage } from './cases/new-case-page.tsx';
import { CaseFilePage } from './cases-print/case-file-page.tsx';
import { ChildPage } from './children/child-page.tsx';
import { FindChild } from './children/find-child.tsx';
import { NewChild } from './children/new-child.tsx';
import { ConsentFormPage } from './consents/consent-form-page.tsx';
import { FamilyExtractPage } from './consents/family-extract-page.tsx';
import { HandedOutPage } from './consents/handed-out-page.tsx';
import { Administrator } from './directory/administrator.tsx';
import { AgreementPage } from './directory/agreement-page.tsx';
import { AgreementVersion } from './directory/agreement-version.tsx';
import { TeamsPage } from './directory/teams-page.tsx';
import { UnitsPage } from './directory/units-page.tsx';
import { UnreadChildrenPage } from './directory/unread-children-page.tsx';
import { NewRequest, RequestPage } from './triage/request-page.tsx';
import { Question } from './meeting/question.tsx';
import { Room } from './meeting/room.tsx';
import { NamesPage } from './names/names-page.tsx';
import { MetricPage } from './plans/metric-page.tsx';
import { PlanPage } from './plans/plan-page.tsx';
import { ValuesPage } from './plans/values-page.tsx';
import { ReceivedCase } from './received/received-case.tsx';
import { ReceivedCases } from './received/received-list.tsx';
import { AccountPage } from './session/account-page.tsx';
import { ChooseAssignment } from './session/choose-assignment.tsx';
import { FirstPassword } from './session/first-password.tsx';
import { SignIn } from './session/sign-in.tsx';
import { AccessibilityStatement } from './shell/accessibility-statement.tsx';
import { Frame } from './shell/frame.tsx';
import { BrokenPage, NotFound, NotYourPage } from './shell/refusals.tsx';
import { OpenToAll, Shell } from './shell/shell.tsx';
import { ClosingPage } from './sip-meetings/closing-page.tsx';
import { FollowUpPage } from './sip-meetings/follow-up-page.tsx';
import { SipMeetingPage } from './sip-meetings/meeting-page.tsx';
import { PlanMeetingPage } from './sip-meetings/plan-meeting-page.tsx';
import { SummonsPage } from './sip-meetings/summons-page.tsx';
import { ChildsPlanPage } from './sip-plans/childs-plan-page.tsx';
import { PlanPage as SipPlanPage } from './sip-plans/plan-page.tsx';
import { PlanVersionPage } from './sip-plans/plan-version-page.tsx';
import { PlanSitting } from './sittings/plan-sitting.tsx';
import { Sittings } from './sittings/sitting-list.tsx';
import { SittingPage } from './sittings/sitting-page.tsx';
import { Start } from './start/start.tsx';
import { Evaluate } from './trackers/evaluate.tsx';
import { EvaluationsPage } from './trackers/evaluations-page.tsx';
import { PreparationSheet } from './triage/preparation-sheet.tsx';

const broken = (
  <Frame>
    <BrokenPage />
  </Frame>
);

const router = createBrowserRouter([
  {
    element: (
      <Frame>
        <Outlet />
      </Frame>
    ),
    errorElement: broken,
    children: [
      { path: '/logga-in', element: <SignIn /> },
      { path: '/valj-uppdrag', element: <ChooseAssignment /> },
      { path: '/nytt-losenord', element: <FirstPassword /> },
    ],
  },
  { path: '/utvardering', element: <Evaluate />, errorElement: broken },
  {
    element: <OpenToAll />,
    errorElement: broken,
    children: [{ path: '/tillganglighet', element: <AccessibilityStatement /> }],
  },
  {
    element: <Shell />,
    errorElement: broken,
    children: [
      {
        errorElement: <BrokenPage />,
        children: [
          { path: '/', element: <Start /> },
          { path: '/konto', element: <AccountPage /> },
          { path: '/barn/nytt', element: <NewChild /> },
          { path: '/barn/sok', element: <FindChild /> },
          { path: '/barn/:id', element: <ChildPage /> },
          { path: '/fragor/ny', element: <NewRequest /> },
          { path: '/fragor/:id', element: <RequestPage /> },
          { path: '/fragor/:id/underlag', element: <PreparationSheet /> },
          { path: '/arenden', element: <CaseLists /> },
          { path: '/arenden/nytt', element: <NewCasePage /> },
          { path: '/arenden/:id', element: <CasePage /> },
          { path: '/arenden/:id/utskrift', element: <CaseFilePage /> },
          { path: '/arenden/:id/samtyckesblankett', element: <ConsentFormPage /> },
          { path: '/arenden/:id/utdrag', element: <FamilyExtractPage /> },
          { path: '/arenden/:id/utlamnat/:copy', element: <HandedOutPage /> },
          { path: '/mottaget', element: <ReceivedCases /> },
          { path: '/mottaget/:caseId', element: <ReceivedCase /> },
          { path: '/moten', element: <Sittings /> },
          { path: '/moten/nytt', element: <PlanSitting /> },
          { path: '/moten/:id', element: <SittingPage /> },
          { path: '/moten/:id/rum', element: <Room /> },
          { path: '/moten/:id/rum/:question', element: <Question /> },
          { path: '/arenden/:id/kalla', element: <PlanMeetingPage /> },
          { path: '/arenden/:id/moten/:meetingId', element: <SipMeetingPage /> },
          { path: '/arenden/:id/moten/:meetingId/kallelse', element: <SummonsPage /> },
          { path: '/arenden/:id/uppfoljning', element: <FollowUpPage /> },
          { path: '/arenden/:id/avslut', element: <ClosingPage /> },
          { path: '/arenden/:id/plan', element: <SipPlanPage /> },
          { path: '/arenden/:id/plan/:number', element: <PlanVersionPage /> },
          { path: '/arenden/:id/plan/:number/barnet', element: <ChildsPlanPage /> },
          { path: '/planer/:id', element: <PlanPage /> },
          { path: '/matt/:id', element: <MetricPage /> },
          { path: '/matt/:id/varden', element: <ValuesPage /> },
          { path: '/utvarderingar', element: <EvaluationsPage /> },
          {
            element: <Administrator />,
            children: [
              { path: '/enheter', element: <UnitsPage /> },
              { path: '/team', element: <TeamsPage /> },
              { path: '/skyddade-barn', element: <UnreadChildrenPage /> },
              { path: '/overenskommelse', element: <AgreementPage /> },
              { path: '/overenskommelse/:version', element: <AgreementVersion /> },
              { path: '/namnlistan', element: <NamesPage /> },
            ],
          },
          ...developmentPages(),
          { path: '/inte-din-sida', element: <NotYourPage /> },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);

function developmentPages() {
  if (!import.meta.env.DEV) return [];
  return [{ path: '/byggdelar', lazy: async () => ({ Component: (await import('./kit/gallery.tsx')).Gallery }) }];
}

export function App() {
  return (
    <I18nProvider locale="sv-SE">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  );
}
