import type { CannotVerify, Fault, Finding, Verification } from '../../libs/evidence/index.ts';

const faults: Readonly<Record<Fault, string>> = {
  manifest: 'samordna-log.json säger något annat än den signerade kontrollpunkten',
  'file-missing': 'En fil saknas i exporten',
  'file-unexpected': 'Exporten har en fil som en logg av den här storleken inte har',
  bundle: 'En fil med poster har fel antal poster eller är avhuggen',
  entry: 'En post har inte den form som loggens poster har',
  leaf: 'En post stämmer inte med sitt kontrollvärde: den är ändrad, flyttad, borttagen eller tillagd',
  tile: 'Ett kontrollvärde i loggens träd stämmer inte med posterna',
  'checkpoint-signature': 'En kontrollpunkt är skadad eller inte signerad med loggens nyckel',
  'checkpoint-order':
    'Kontrollpunkterna är inte i ordning: varje ska vara större än den förra, och filen checkpoint vara den sista',
  'checkpoint-root': 'Posterna stämmer inte med en signerad kontrollpunkt',
  'outside-signature': 'Den sparade kontrollpunkten är inte signerad med loggens nyckel',
  'outside-size': 'Loggen är kortare än den sparade kontrollpunkten: poster saknas, eller så är exporten äldre',
  'outside-root': 'Loggen är en annan än den som den sparade kontrollpunkten gäller',
  opening: 'En uppgift i openings.ndjson hör inte till den post som den anges höra till',
  'figure-form': 'En publicerad siffra går inte att räkna om',
  'figure-tree': 'En publicerad siffra hänvisar till en kontrollpunkt som inte finns',
  'figure-value': 'En publicerad siffra blir en annan när den räknas om',
};

const reasons: Readonly<Record<CannotVerify['reason'], string>> = {
  'no-manifest': 'Det här är ingen export av en logg: filen samordna-log.json saknas.',
  'manifest-form':
    'Filen samordna-log.json går inte att läsa, eller har ett format som det här programmet inte känner till.',
  'key-form': 'Nyckeln går inte att läsa. Den ska ha formen namn+kontrollsumma+nyckel.',
  'outside-form': 'Den sparade kontrollpunkten går inte att läsa.',
  'outside-other-log': 'Den sparade kontrollpunkten gäller en annan logg.',
};

export const usage = [
  'Så här gör du: node apps/verify/main.ts <export.tar eller mapp> [--vkey NYCKEL] [--checkpoint FIL]…',
  '  --vkey        loggens nyckel, så som den står i rapporten eller har sparats utanför',
  '  --checkpoint  en kontrollpunkt som har sparats utanför; kan anges flera gånger',
].join('\n');

/** The report that the inspector reads. */
export function report(verification: Verification, keyFromOutside: boolean): string {
  return [
    ...checkedLines(verification),
    '',
    ...keyLines(verification.vkey, keyFromOutside),
    '',
    ...verdictLines(verification),
  ].join('\n');
}

export function cannotVerify(reason: CannotVerify['reason']): string {
  return `KAN INTE KONTROLLERAS\n${reasons[reason]}`;
}

export function unreadable(path: string): string {
  return `KAN INTE KONTROLLERAS\n${path} går inte att läsa: den finns inte, är skadad eller är varken en mapp eller en tar-fil.`;
}

/** Something that the program was not made for; the text is the error's own. */
export function failed(error: unknown): string {
  return `KAN INTE KONTROLLERAS\nProgrammet kunde inte fortsätta. Felet var: ${shown(String(error))}`;
}

function checkedLines({ manifest, checked }: Verification): string[] {
  const rows: [string, number][] = [
    ['poster', checked.entries],
    ['delar av loggens träd', checked.tiles],
    ['signerade kontrollpunkter', checked.checkpoints],
    ['kontrollpunkter sparade utanför', checked.outside],
    ['öppnade uppgifter', checked.openings],
    ['publicerade siffror, omräknade', checked.figures],
  ];
  const width = Math.max(...rows.map(([, count]) => count.toLocaleString('sv-SE').length));
  return [
    `Loggen ${shown(manifest.origin)}, exporterad ${shown(manifest.exportedAt)} (tiden är inte signerad)`,
    'Kontrollerat:',
    ...rows.map(([what, count]) => `  ${count.toLocaleString('sv-SE').padStart(width)} ${what}`),
  ];
}

function keyLines(vkey: string, fromOutside: boolean): string[] {
  if (fromOutside) return ['Signaturerna är kontrollerade mot nyckeln som du angav:', `  ${shown(vkey)}`];
  return [
    'Signaturerna är kontrollerade mot nyckeln som står i exporten själv:',
    `  ${shown(vkey)}`,
    'Jämför den med nyckeln i rapporten eller den som har sparats utanför. Är den en annan säger resultatet ingenting.',
  ];
}

function verdictLines({ verdict, findings, checked }: Verification): string[] {
  if (verdict === 'intact') {
    const unseen =
      'Utan en kontrollpunkt som har sparats utanför syns det inte om loggens sista poster har tagits bort.';
    return ['OFÖRÄNDRAD: allt stämmer.', ...(checked.outside === 0 ? [unseen] : [])];
  }
  const heading =
    verdict === 'tampered' ? 'ÄNDRAD: loggen stämmer inte.' : 'KAN INTE KONTROLLERAS: exporten är inte hel.';
  return [heading, ...findings.map((finding) => `  - ${sentence(finding)}`)];
}

function sentence({ fault, since, index, path, detail, count }: Finding): string {
  const where = [place(since, index), path, detail].filter((part) => part !== undefined && part !== '').join(', ');
  const times = count > 1 ? ` Sammanlagt ${count.toLocaleString('sv-SE')} sådana fel; det första visas.` : '';
  return `${faults[fault]}${where && ` (${shown(where)})`}.${times}`;
}

function place(since: number | undefined, index: number | undefined): string | undefined {
  if (index === undefined) return undefined;
  return since === undefined || since === index ? `post ${index}` : `någon av posterna ${since}–${index}`;
}

/** Text out of the export cannot move the cursor or begin a line of its own: a forged log must not write its own verdict. */
function shown(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd');
}
