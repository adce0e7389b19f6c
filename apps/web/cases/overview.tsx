import { ClocksPanel } from './clocks-panel.tsx';
import type { SipCase } from './case.ts';
import { HandoverNotice } from './handover.tsx';
import { NeedPanel } from './need-panel.tsx';
import { PartiesPanel } from './parties-panel.tsx';
import { RolesPanel } from './roles-panel.tsx';

/** What the case is about, what it is held to, and who takes part. */
export function Overview({ sipCase }: { sipCase: SipCase }) {
  return (
    <>
      <HandoverNotice sipCase={sipCase} />
      <NeedPanel sipCase={sipCase} />
      <ClocksPanel clocks={sipCase.clocks} />
      <PartiesPanel sipCase={sipCase} />
      <RolesPanel sipCase={sipCase} />
    </>
  );
}
