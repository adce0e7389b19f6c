import { Button } from '../kit/button.tsx';
import { Link } from '../kit/link.tsx';
import { PageHeader } from '../kit/page-header.tsx';

export function NotFound() {
  return (
    <>
      <PageHeader title="Sidan finns inte" />
      <p>Adressen leder ingenstans, eller till något som du inte har tillgång till i det uppdrag du arbetar i nu.</p>
      <p>
        <Link to="/" kind="primary">
          Till startsidan
        </Link>
      </p>
    </>
  );
}

export function NotYourPage() {
  return (
    <>
      <PageHeader title="Sidan hör till ett annat uppdrag" />
      <p>
        Du kan inte se den i det uppdrag du arbetar i nu. Har du flera uppdrag byter du uppe till höger, vid ditt namn.
        Saknar du ett uppdrag lägger administratören för ditt närområde till det.
      </p>
      <p>
        <Link to="/" kind="primary">
          Till startsidan
        </Link>
      </p>
    </>
  );
}

/** Shown when the page itself broke while being drawn. */
export function BrokenPage() {
  return (
    <>
      <PageHeader title="Sidan gick sönder" />
      <p>Det beror inte på dig. Det som redan är sparat finns kvar. Ladda om sidan för att fortsätta.</p>
      <p>
        <Button kind="primary" icon="refresh" onPress={() => window.location.reload()}>
          Ladda om sidan
        </Button>
      </p>
    </>
  );
}
