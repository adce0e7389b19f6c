/** Help for the hardest part: asking about a child without telling which child it is. */
export function HowToWrite() {
  return (
    <details className="disclosure">
      <summary>Så skriver du utan att röja vem barnet är</summary>
      <ul>
        <li>Skriv ”eleven”, ”barnet”, ”föräldern” eller ”skolan” i stället för namn.</li>
        <li>Skriv inte personnummer, telefonnummer, mejladress, gatuadress eller ort.</li>
        <li>Välj åldersgrupp i listan. Skriv inte ålder, klass eller födelsedag i texten.</li>
        <li>
          Ta bort det som är så ovanligt att någon kan gissa vilket barn det är: ett ovanligt språk, en händelse som
          stått i tidningen, ett yrke som bara en har.
        </li>
        <li>Läs igenom en gång till och tänk: skulle en granne förstå vem det är?</li>
      </ul>
    </details>
  );
}
