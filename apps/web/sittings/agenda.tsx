import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, ifMatch } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { queryClient } from '../api/query.ts';
import { Notice } from '../kit/notice.tsx';
import { AgendaMove, type Direction } from './agenda-move.tsx';
import { AgendaRow } from './agenda-row.tsx';
import { type AgendaItem, type Sitting, sittingKey, timeOf } from './sitting.ts';

/** The questions in the order they are taken up. Moving one keeps the focus on its button and says where it went. */
export function Agenda({ sitting, mayChange }: { sitting: Sitting; mayChange: boolean }) {
  const { agenda } = sitting;
  const [movedId, setMovedId] = useState<string | null>(null);
  const reorder = useReorder(sitting);
  const problem = reorder.error && asProblem(reorder.error);

  function move(item: AgendaItem, direction: Direction) {
    if (reorder.isPending) return;
    setMovedId(item.id);
    reorder.mutate(swapped(agenda, item, direction));
  }

  return (
    <>
      {problem && (
        <Notice tone="warning" title={problem.title}>
          {problem.status === 412 ? 'Så här är dagordningen nu. Flytta igen om det behövs.' : problem.detail}
        </Notice>
      )}
      <p role="status" className="visually-hidden">
        {reorder.isSuccess && placeWords(agenda, movedId)}
      </p>
      <ol className="agenda">
        {agenda.map((item, position) => (
          <li key={item.id}>
            <AgendaRow item={item} mayRemove={mayChange && item.state === 'PLACED'} />
            {mayChange && agenda.length > 1 && (
              <AgendaMove
                reference={item.reference}
                isFirst={position === 0}
                isLast={position === agenda.length - 1}
                onMove={(direction) => move(item, direction)}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Saves a new order. One that was made over an old agenda is refused, and the agenda is read anew. */
function useReorder({ id, version }: Sitting) {
  return useMutation({
    mutationFn: (consultationIds: string[]) =>
      answer(
        api.PUT('/api/v1/sittings/{id}/order', {
          params: { path: { id }, header: ifMatch(version) },
          body: { consultationIds },
        }),
      ),
    onSuccess: (sitting) => queryClient.setQueryData(sittingKey(id), sitting),
    onError: () => queryClient.invalidateQueries({ queryKey: sittingKey(id) }),
  });
}

function swapped(agenda: AgendaItem[], item: AgendaItem, direction: Direction): string[] {
  const ids = agenda.map(({ id }) => id);
  const from = agenda.indexOf(item);
  const to = direction === 'up' ? from - 1 : from + 1;
  return ids.with(from, ids[to]!).with(to, item.id);
}

function placeWords(agenda: AgendaItem[], id: string | null): string {
  const position = agenda.findIndex((item) => item.id === id);
  const item = agenda[position];
  return item ? `${item.reference} är nu nummer ${position + 1} av ${agenda.length}, kl. ${timeOf(item.slotTime)}` : '';
}
