import { Button } from './button.tsx';

interface PagerProps {
  /** From 1. */
  page: number;
  limit: number;
  total: number;
  onPage: (page: number) => void;
}

export function Pager({ page, limit, total, onPage }: PagerProps) {
  const pages = Math.max(1, Math.ceil(total / limit));
  const first = (page - 1) * limit + 1;
  const last = Math.min(page * limit, total);
  if (pages === 1) return null;
  return (
    <nav className="pager" aria-label="Sidor i listan">
      <Button icon="left" disabled={page <= 1} onPress={() => onPage(page - 1)}>
        Föregående
      </Button>
      <p aria-live="polite">
        Sida {page} av {pages} <span className="soft">({`${first}–${last} av ${total}`})</span>
      </p>
      <Button icon="right" iconAt="end" disabled={page >= pages} onPress={() => onPage(page + 1)}>
        Nästa
      </Button>
    </nav>
  );
}
