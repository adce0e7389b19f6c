import { QueryClientProvider } from '@tanstack/react-query';
import { I18nProvider } from 'react-aria-components';
import { createBrowserRouter, Outlet } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './api/query.ts';
import { NewRequest, RequestPage } from './requests/request-page.tsx';
import { Question } from './meeting/question.tsx';
import { Room } from './meeting/room.tsx';
import { MetricPage } from './plans/metric-page.tsx';
import { PlanPage } from './plans/plan-page.tsx';
import { ChooseAssignment } from './session/choose-assignment.tsx';
import { SignIn } from './session/sign-in.tsx';
import { AccessibilityStatement } from './shell/accessibility-statement.tsx';
import { Frame } from './shell/frame.tsx';
import { BrokenPage, NotFound, NotYourPage } from './shell/refusals.tsx';
import { OpenToAll, Shell } from './shell/shell.tsx';
import { PlanSitting } from './sittings/plan-sitting.tsx';
import { Sittings } from './sittings/sitting-list.tsx';
import { SittingPage } from './sittings/sitting-page.tsx';
import { Start } from './start/start.tsx';
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
    ],
  },
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
          { path: '/fragor/ny', element: <NewRequest /> },
          { path: '/fragor/:id', element: <RequestPage /> },
          { path: '/fragor/:id/underlag', element: <PreparationSheet /> },
          { path: '/moten', element: <Sittings /> },
          { path: '/moten/nytt', element: <PlanSitting /> },
          { path: '/moten/:id', element: <SittingPage /> },
          { path: '/moten/:id/rum', element: <Room /> },
          { path: '/moten/:id/rum/:question', element: <Question /> },
          { path: '/planer/:id', element: <PlanPage /> },
          { path: '/matt/:id', element: <MetricPage /> },
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
