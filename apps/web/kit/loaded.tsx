import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem, type Problem } from '../api/problem.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { PageHeader } from './page-header.tsx';

interface LoadedProps<Data> {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
  /** Set where it is the whole page that is fetched, so that a refusal gets the page's heading. */
  page?: boolean;
  /** Set where the query says who may come in: a refusal then takes away what was read before it. */
  door?: boolean;
}

/** What has been fetched, or that it is on its way, or why it did not come and what to do. */
export function Loaded<Data>({ query, children, page = false, door = false }: LoadedProps<Data>) {
  const closed = door && query.isError && isFinal(asProblem(query.error));
  if (query.data !== undefined && !closed) return children(query.data);
  if (query.isError) return <Refusal error={query.error} page={page} retry={() => void query.refetch()} />;
  return (
    <p className="loading" role="status">
      Hämtar…
    </p>
  );
}

/** It is not there, or not the reader's: asking again changes nothing. */
const isFinal = ({ status }: Problem): boolean => status === 403 || status === 404;

function Refusal({ error, page, retry }: { error: unknown; page: boolean; retry: () => void }) {
  const problem = asProblem(error);
  const final = isFinal(problem);
  return (
    <>
      {page && <PageHeader title={problem.title} back={{ to: '/', name: 'Till startsidan' }} />}
      <Notice tone={final ? 'info' : 'stop'} {...(!page && { title: problem.title })}>
        <p>{problem.detail}</p>
        {!final && (
          <Button icon="refresh" onPress={retry}>
            Försök igen
          </Button>
        )}
      </Notice>
    </>
  );
}
