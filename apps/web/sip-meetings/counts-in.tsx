import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import './sip-meetings.css';

/** Which of the area's figures something is counted in, for whoever is about to record it. */
export function CountsIn({ event }: { event: string }) {
  const { data } = useQuery({
    queryKey: ['counted-figures', event],
    queryFn: () => answer(api.GET('/api/v1/figures', { params: { query: { event } } })),
    staleTime: Infinity,
  });
  if (!data || data.figures.length === 0) return null;
  return (
    <details className="counts-in">
      <summary>
        Räknas i {data.figures.length} {data.figures.length === 1 ? 'siffra' : 'siffror'}, utan att peka ut barnet
      </summary>
      <ul>
        {data.figures.map(({ id, explanation }) => (
          <li key={id}>{explanation}</li>
        ))}
      </ul>
    </details>
  );
}
