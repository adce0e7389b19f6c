import { useState } from 'react';
import { useAgreement } from '../agreement/use-agreement.ts';
import type { SipCase } from '../cases/case.ts';
import { Button } from '../kit/button.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { DateText } from '../kit/date-text.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Panel } from '../kit/panel.tsx';
import './trackers.css';
import { AttendanceDialog } from './attendance-dialog.tsx';
import { BAND_CHANGE_WORDS, POINT_NAMES } from './tracker-words.ts';
import { type AttendanceBand, useAttendance } from './tracker.ts';

/** How much of school the child misses, in bands: never shown to anybody but the case's coordinators. */
export function AttendancePanel({ sipCase }: { sipCase: SipCase }) {
  const [changed, setChanged] = useState<AttendanceBand['point'] | null>(null);
  const bands = useAgreement().content?.sip.absenceBands ?? [];
  const mayChange = sipCase.steps.includes('change');
  const verb = ({ band }: AttendanceBand) => (band ? 'Ändra' : 'Anteckna');
  return (
    <Panel title="Närvaro">
      <Loaded query={useAttendance(sipCase.id)}>
        {(attendance) => {
          const shown = attendance.bands.filter(({ band }) => mayChange || band);
          return (
            <>
              {attendance.bands.every(({ band }) => !band) && (
                <p className="soft">
                  {mayChange
                    ? 'Anteckna bara ett band för frånvaron, inga timmar eller dagar. Det lämnas inte ut.'
                    : 'Ingen frånvaro är antecknad.'}
                </p>
              )}
              {attendance.change && <p className="band-change">{BAND_CHANGE_WORDS[attendance.change]}</p>}
              {shown.length > 0 && (
                <DataTable
                  caption="Frånvaro från skolan"
                  rows={shown}
                  rowKey={({ point }) => point}
                  columns={[
                    { id: 'point', name: 'När', cell: ({ point }) => POINT_NAMES[point] },
                    { id: 'band', name: 'Frånvaro', cell: (row) => <Noted row={row} bands={bands} /> },
                    ...(mayChange
                      ? [
                          {
                            id: 'change',
                            name: 'Att göra',
                            cell: (row: AttendanceBand) => (
                              <Button
                                label={`${verb(row)} ${POINT_NAMES[row.point].toLowerCase()}`}
                                onPress={() => setChanged(row.point)}
                              >
                                {verb(row)}
                              </Button>
                            ),
                          },
                        ]
                      : []),
                  ]}
                />
              )}
              {changed && (
                <AttendanceDialog
                  caseId={sipCase.id}
                  noted={attendance.bands.find(({ point }) => point === changed)!}
                  bands={bands}
                  onClose={() => setChanged(null)}
                />
              )}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function Noted({ row: { band, recordedOn }, bands }: { row: AttendanceBand; bands: { code: string; name: string }[] }) {
  if (!band || !recordedOn) return <span className="soft">Inte antecknad</span>;
  return (
    <>
      {bands.find(({ code }) => code === band)?.name ?? band}
      <span className="second-line">
        <DateText value={recordedOn} />
      </span>
    </>
  );
}
