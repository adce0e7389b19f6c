import { useNavigate, useParams } from 'react-router';
import { asProblem } from '../api/problem.ts';
import { Link } from '../kit/link.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Notice } from '../kit/notice.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { useSingleKeys } from '../shell/single-keys.ts';
import { AdvicePanel } from './advice-panel.tsx';
import { AgendaStateTag, questionPath } from './agenda.tsx';
import type { AgendaItem, Sitting } from '../sittings/sitting.ts';
import { useConsultation, useSitting } from './meeting.ts';
import { Sheet } from './sheet.tsx';
import { slotWords } from './sitting-words.ts';

/** One question of the meeting: what is asked on one side, the team's answer on the other. */
export function Question() {
  const { id, question } = useParams();
  return (
    <Loaded query={useSitting(id!)} page>
      {(sitting) => {
        const position = sitting.agenda.findIndex((item) => item.id === question);
        if (position < 0) return <Gone sitting={sitting} />;
        return <Opened key={question} sitting={sitting} position={position} item={sitting.agenda[position]!} />;
      }}
    </Loaded>
  );
}

function Gone({ sitting }: { sitting: Sitting }) {
  return (
    <>
      <PageHeader
        title="Frågan är inte med på mötet"
        back={{ to: roomPath(sitting), name: 'Dagordningen' }}
        lead="Den är borttagen från dagordningen, eller flyttad till ett annat möte."
      />
    </>
  );
}

const roomPath = ({ id }: Sitting) => `/moten/${id}/rum`;

function Opened({ sitting, position, item }: { sitting: Sitting; position: number; item: AgendaItem }) {
  const query = useConsultation(item);
  const before = sitting.agenda[position - 1];
  const next = sitting.agenda[position + 1];
  const navigate = useNavigate();
  const goTo = (other: AgendaItem | undefined) => other && void navigate(questionPath(sitting.id, other.id));
  useSingleKeys({ j: () => goTo(next), k: () => goTo(before) });
  const onwards = (kind: 'primary' | 'secondary') => (
    <Link to={next ? questionPath(sitting.id, next.id) : roomPath(sitting)} kind={kind}>
      {next ? 'Nästa fråga' : 'Till dagordningen'}
    </Link>
  );
  return (
    <>
      <PageHeader
        title={`Fråga ${position + 1} av ${sitting.agenda.length}`}
        lead={`${item.reference}, ${slotWords(item)}`}
        back={{ to: roomPath(sitting), name: 'Dagordningen' }}
        actions={
          <>
            <AgendaStateTag state={query.data?.state ?? item.state} />
            {before && (
              <Link to={questionPath(sitting.id, before.id)} kind="secondary">
                Förra frågan
              </Link>
            )}
            {onwards('secondary')}
          </>
        }
      />
      {query.data && query.isError && (
        <Notice tone="warning" title={asProblem(query.error).title}>
          {asProblem(query.error).detail}
        </Notice>
      )}
      <Loaded query={query}>
        {(consultation) => (
          <div className="room question">
            <Sheet consultation={consultation} />
            <AdvicePanel consultation={consultation} sitting={sitting} onwards={onwards('primary')} />
          </div>
        )}
      </Loaded>
    </>
  );
}
