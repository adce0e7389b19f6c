import { Outlet } from 'react-router';
import { useActing } from '../shell/acting.ts';
import { NotYourPage } from '../shell/refusals.tsx';

/** Around the pages that only the area's administrator has. */
export function Administrator() {
  const acting = useActing();
  return acting.role === 'AREA_ADMINISTRATOR' ? <Outlet context={acting} /> : <NotYourPage />;
}
