import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { PageHeader } from './page-header.tsx';

interface LoadedProps<Data> {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
  /** Set where it is the whole page that is fetched, so that a refusal gets the page's heading. */
  page?: boolean;
}

/** What has been fetched, or that it is on its way, or why it did not come and what to do. */
export function Loaded<Data>({ query, children, page = false }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Refusal error={query.error} page={page} retry={() => void query.refetch()} />;
  return (
    <p className="loading" role="status">
      Hämtar…
    </p>
  );
}

function Refusal({ error, page, retry }: { error: unknown; page: boolean; retry: () => void }) {
  const problem = asProblem(error);
  const final = problem.status === 403 || problem.status === 404;
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
