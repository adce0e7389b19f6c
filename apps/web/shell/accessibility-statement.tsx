import { PageHeader } from '../kit/page-header.tsx';

export function AccessibilityStatement() {
  return (
    <div className="prose">
      <PageHeader title="Tillgänglighet" lead="Alla ska kunna använda Samordna. Här står hur långt vi har kommit." />

      <h2>Det vi följer</h2>
      <p>
        Samordna är byggt för att uppfylla EN 301 549 version 3.2.1, som för webben betyder WCAG 2.1 på nivå AA. Vi
        bygger efter den nyare WCAG 2.2, också på nivå AA.
      </p>

      <h2>Det vi provar</h2>
      <ul>
        <li>Automatisk granskning av sidorna med axe-core.</li>
        <li>Att sidorna går att läsa på en skärm som är 320 bildpunkter bred, utan att rulla i sidled.</li>
        <li>Att knappar, länkar och fält är stora nog att träffa.</li>
        <li>Att allt går att nå med tangentbordet och att det syns var man är.</li>
        <li>Att inget sägs med bara färg.</li>
      </ul>

      <h2>Det vi ännu inte har gjort</h2>
      <p>
        Ingen utomstående har granskat Samordna, och vi har inte provat det tillsammans med personer som använder
        skärmläsare eller röststyrning. Bedömningen är vår egen.
      </p>

      <h2>Säg till om något inte fungerar</h2>
      <p>
        Berätta för administratören för ditt närområde: vilken sida det gäller, vad du ville göra och vad som hände.
        Skriv inget om något barn. Du kan också få innehållet på ett annat sätt om du behöver det.
      </p>
      <p>
        Är du inte nöjd med svaret kan du anmäla det till Myndigheten för digital förvaltning, Digg, som har tillsyn
        över lagen om tillgänglighet till digital offentlig service:{' '}
        <a href="https://www.digg.se/tdosanmalan">digg.se/tdosanmalan</a>.
      </p>
    </div>
  );
}
