import type { Locator, Page } from 'playwright-core';
import { addDays, localDate } from '../libs/platform/index.ts';
import { Screens } from './support/browser.ts';
import {
  answer,
  choose,
  confirm,
  consents,
  follow,
  part,
  pick,
  press,
  SOON,
  standsAt,
  tick,
  turnTo,
  write,
} from './support/screens.ts';
import { soonAfter } from './support/casework.ts';
import { until } from './support/until.ts';

const CHILD = { number: '20130530-2380', givenName: 'Alva', familyName: 'Testsson' };
const CHILDS_WORDS = 'Jag vill ha lugnt på lektionerna.';
const TALKS = 'Samtal varje vecka.';
const CONTACT = 'Kontaktperson i familjen.';

describe('one child, from need through two follow-ups to closing', () => {
  const today = localDate(new Date());
  const screens = Screens.forAll('case-journey');
  let page: Page;
  let party: Page;
  let reference: string;

  beforeAll(async () => {
    await Promise.all(['social', 'bup'].map((unit) => screens.world.unit(unit)));
    page = await screens.as({ role: 'SIP_COORDINATOR', unit: 'office' });
    party = await screens.as({ role: 'REQUESTER', unit: 'bup' }, 390);
  });

  it('goes all the way on the screens, and a party sees its part come', async () => {
    await seesTheNeed();
    await hasEverybodysConsent();
    await calls();
    await plans();
    await discloses();
    await followsUp();
    await closes();
    for (const { errors, foreign } of screens.windows) expect({ errors, foreign }).toEqual({ errors: [], foreign: [] });
  });

  /** The child, the guardians, the need and the parties. */
  async function seesTheNeed(): Promise<void> {
    await follow(part(page, 'Mina ärenden'), 'Nytt ärende');
    await follow(page, 'Registrera ett barn');
    await write(page, 'Personnummer eller annat nummer', CHILD.number);
    await page.getByText('Läst som personnummer, född 30 maj 2013.').waitFor(SOON);
    await write(page, 'Förnamn', CHILD.givenName);
    await write(page, 'Efternamn', CHILD.familyName);
    await press(page, 'Registrera barnet');
    for (const name of ['Robin Testsson', 'Kim Testsson']) {
      await press(part(page, 'Vårdnadshavare'), 'Lägg till');
      await answer(page, 'Lägg till en vårdnadshavare', 'Lägg till', (dialog) => write(dialog, 'Namn', name));
      await page.getByRole('heading', { name }).waitFor(SOON);
    }

    await follow(page, 'Starta ett ärende');
    await choose(page, 'Vilket slag av SIP?', /^SIP enligt lag/);
    await write(page, 'Vad behöver samordnas?', 'Skolgång och behandling behöver gå ihop.');
    await choose(page, 'Vem bad om SIP?', 'Personal');
    await pick(page, 'Vilken enhet tar initiativet?', 'Enheten social');
    await tick(page, 'Vilka enheter ska vara med?', [/^Enheten social/, /^Enheten bup/]);
    await press(page, 'Starta ärendet');
    await standsAt(page, 'Behov finns');
    reference = (await page.getByRole('heading', { level: 1 }).textContent())!.replace('Ärende ', '');
    expect(reference).toMatch(/^S-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(await page.getByRole('table', { name: 'Parter' }).getByRole('rowheader').allTextContents()).toEqual([
      'Enheten bup',
      'Enheten social',
    ]);
  }

  /** The family is offered a SIP and wants one; the case goes on when everybody has consented. */
  async function hasEverybodysConsent(): Promise<void> {
    await press(page, 'Erbjud familjen SIP');
    await answer(page, 'Erbjud familjen SIP', 'Spara att familjen fick frågan', async (dialog) => {
      await write(dialog, 'Hur informerades familjen?', 'Samtal med båda vårdnadshavarna.');
      await write(dialog, 'Hur informerades barnet?', 'I samtal med kuratorn.');
    });
    await standsAt(page, 'Erbjuden');
    await press(page, 'Familjen vill ha SIP');
    await standsAt(page, 'Väntar på samtycke');

    await follow(page, 'Hämta samtycke');
    const missing = page.getByRole('listitem').filter({ hasText: 'inte tillfrågad' });
    for (const name of ['Robin Testsson', 'Kim Testsson', 'Alva Testsson']) {
      await missing.filter({ hasText: name }).getByText('planen (inte tillfrågad)').waitFor(SOON);
    }
    expect(await missing.count()).toBe(3);
    await changesTheAnswer('Robin Testsson');
    await consents(page, 'Robin Testsson', 'Skriftligt');
    await consents(page, 'Kim Testsson', 'Muntligt');
    await missing.filter({ hasText: 'Kim Testsson' }).waitFor({ state: 'detached', ...SOON });
    await until(async () => (await missing.count()) === 1);
    await standsAt(page, 'Väntar på samtycke');
    await consents(page, 'Alva Testsson', 'Skriftligt');
    await page.getByText('Inget samtycke saknas.').waitFor(SOON);
    await standsAt(page, 'Förbereds');
    const told = page.getByRole('table', { name: 'Vad varje part får veta i dag' }).getByRole('row');
    await until(async () => (await told.filter({ hasText: 'Allt' }).count()) === 2);
  }

  /** What is ticked for somebody who says no is not what they say yes to; and a half-written answer is asked about before it goes. */
  async function changesTheAnswer(name: string): Promise<void> {
    await press(page, `Anteckna svar från ${name}`);
    await answer(page, 'Anteckna ett svar', 'Stäng utan att spara', async (dialog) => {
      const ticked = dialog.getByRole('checkbox', { checked: true });
      const purposes = await ticked.count();
      await choose(dialog, 'Vad är svaret?', 'Nej');
      await until(async () => (await ticked.count()) > purposes);
      await choose(dialog, 'Vad är svaret?', 'Ja, samtycker');
      await until(async () => (await ticked.count()) === purposes);
      await page.keyboard.press('Escape');
      await press(dialog, 'Fortsätt skriva');
      await press(dialog, 'Avbryt');
    });
  }

  /** Both parties are called to a meeting, and one of them sees the summons come. */
  async function calls(): Promise<void> {
    await follow(party, 'Utlämnat till oss');
    await party.getByText('Inget är utlämnat till er').waitFor(SOON);

    await follow(page, 'Kalla till möte');
    const soon = soonAfter(new Date());
    await page.getByLabel('Dag', { exact: true }).fill(soon.slice(0, 10));
    await write(page, 'Klockan', soon.slice(11));
    await write(page, 'Plats eller länk', 'Björkskolan, rum 12');
    await write(page, 'Frågor som mötet ska svara på', 'Vem gör vad?\nHur får Alva lugn på lektionerna?');
    await write(page, 'Hur är barnet med?', 'Är med första halvan.');
    await press(page, 'Kalla alla');
    await tick(page, 'Bjud in från familjen', [/^Robin/, /^Kim/]);
    await press(page, 'Kalla till mötet');
    await part(page, 'Kallelsen').getByText('Enheten bup (kallad)').waitFor(SOON);
    await standsAt(page, 'Kallad till möte');

    await press(party, 'Visa');
    await follow(party, reference);
    await part(party, 'Möte').getByText('Björkskolan, rum 12').waitFor(SOON);
  }

  /** The meeting is held, and the plan is written in the room until nothing is missing. */
  async function plans(): Promise<void> {
    // In the last hour of a day the meeting is tomorrow, and its record waits for it.
    const before = page.getByRole('button', { name: 'Fyll i protokollet ändå' });
    if (await before.isVisible()) await before.click();
    await page.getByLabel('Vilken dag hölls mötet?').fill(today);
    await write(page, 'Vem ledde mötet?', 'Karin Berg');
    await write(page, 'Vem dokumenterade?', 'Anna Ek');
    await press(page, 'Alla kom');
    await tick(page, 'Vilka vårdnadshavare kom?', 'all');
    await choose(page, 'Hur var barnet med?', 'Var med på en del av mötet');
    await press(page, 'Markera mötet som hållet');
    await part(page, 'Protokoll').getByText('Enheten bup: kom').waitFor(SOON);
    await standsAt(page, 'Möte hållet');

    await page.getByRole('link', { name: `Ärende ${reference}` }).click();
    await follow(page, 'Skriv planen');
    const [legal, agreed] = [part(page, 'Lagens krav'), part(page, 'Överenskommelsens krav')];
    await legal.getByText('3 kvar').waitFor(SOON);
    await write(page, 'Barnets egna ord', CHILDS_WORDS);
    await press(page, 'Lägg till ett behov');
    await write(page, 'Vad behövs?', 'Komma till skolan varje dag.');
    await press(page, 'Lägg till ett mål');
    await write(page, 'Vad ska vi nå?', 'I skolan tre dagar i veckan.');
    await intervention(TALKS, 'Enheten bup', addDays(today, 60));
    await intervention(CONTACT, 'Enheten social', addDays(today, 30));
    await tick(page, 'Finns det inga sådana åtgärder?', [/inga/]);
    await legal.getByText('1 kvar').waitFor(SOON);
    expect(await legal.getByRole('link').allTextContents()).toEqual([
      'Välj vilken enhet som har det övergripande ansvaret.',
    ]);
    await pick(page, 'Vilken enhet har det övergripande ansvaret?', 'Enheten social');
    await write(page, 'Vem på enheten?', 'Erik Lund, socialsekreterare');
    await write(page, 'Vilken dag följs planen upp?', addDays(today, 90));
    await pick(page, 'Vilken enhet kallar till uppföljningen?', 'Enheten social');
    await choose(page, 'Är familjen överens om planen?', 'Ja');
    for (const check of [legal, agreed]) await check.getByText('Allt finns med').waitFor(SOON);
    await standsAt(page, 'Planen skrivs');
    await press(page, 'Fastställ planen');
    await confirm(page, 'Fastställ planen');
    await page.getByRole('heading', { name: `Plan 1, ${reference}` }).waitFor(SOON);
    await standsAt(page, 'Plan gäller');
  }

  /** The plan is given to the parties and the family, and a party sees at once what it has promised. */
  async function discloses(): Promise<void> {
    await follow(page, 'Lämna ut');
    await press(page, 'Lämna ut');
    await answer(page, 'Innan du lämnar ut', 'Lämna ut', async (dialog) => {
      await choose(dialog, 'Vad lämnar du ut?', 'Planen, version 1');
      await tick(dialog, 'Vilka parter får det?', 'all');
      await tick(dialog, 'Eget exemplar till familjen', 'all');
    });
    const handedOut = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Planen, version 1' }) });
    await handedOut.waitFor(SOON);
    const copies = await handedOut.getByRole('link').allTextContents();
    expect(copies.map((copy) => copy.replace(', Planen, version 1', ''))).toEqual(
      expect.arrayContaining(['Enheten social', 'Enheten bup', 'Alva Testsson', 'Robin Testsson', 'Kim Testsson']),
    );

    const promises = part(party, 'Det här ska vi göra');
    await promises.getByText(TALKS).waitFor(SOON);
    expect(await promises.getByText(CONTACT).count()).toBe(0);
    await part(party, 'Planen, version 1').getByText(CHILDS_WORDS).waitFor(SOON);
  }

  /** The plan is followed up, and the next one shows what is new. */
  async function followsUp(): Promise<void> {
    await turnTo(page, 'Uppföljning');
    await follow(part(page, 'Uppföljning'), 'Följ upp planen');
    await choose(page, 'Mål 1: I skolan tre dagar i veckan.', 'Delvis nått');
    await choose(page, `Insats 1: ${TALKS}`, 'Pågår');
    await choose(page, `Insats 2: ${CONTACT}`, 'Gjord');
    await choose(page, 'Hur går ni vidare?', 'Fortsätta med en ny plan');
    await write(page, 'När följs den nya planen upp?', addDays(today, 120));
    await press(page, 'Spara uppföljningen');

    await page.getByRole('heading', { name: `Nästa plan, ${reference}` }).waitFor(SOON);
    await standsAt(page, 'Uppföljd');
    await page.getByLabel('Vad ska göras?').waitFor(SOON);
    await write(page, 'Vad ska vi nå?', 'I skolan fem dagar i veckan.');
    await choose(page, 'Är familjen överens om planen?', 'Ja');
    for (const check of ['Lagens krav', 'Överenskommelsens krav']) {
      await part(page, check).getByText('Allt finns med').waitFor(SOON);
    }
    await press(page, 'Fastställ planen');
    await confirm(page, 'Fastställ planen');
    await page.getByRole('heading', { name: `Plan 2, ${reference}` }).waitFor(SOON);
    const changes = part(page, 'Ändrat sedan plan 1');
    await changes.getByRole('insertion').getByText('fem').waitFor(SOON);
    await changes.getByRole('deletion').getByText('tre').waitFor(SOON);
    await changes.getByRole('listitem').filter({ hasText: CONTACT }).getByText('Borttaget').waitFor(SOON);
  }

  /** The plan is followed up again, the case closed, and the timeline tells it all. */
  async function closes(): Promise<void> {
    await page.getByRole('link', { name: `Ärende ${reference}` }).click();
    await follow(page, 'Följ upp planen');
    await follow(part(page, 'Uppföljning'), 'Följ upp planen');
    await choose(page, 'Mål 1: I skolan fem dagar i veckan.', 'Nått');
    await choose(page, `Insats 1: ${TALKS}`, 'Gjord');
    await choose(page, 'Hur går ni vidare?', 'Avsluta ärendet');
    await press(page, 'Spara uppföljningen');
    await choose(page, 'Varför avslutas ärendet?', 'Målen är nådda');
    await choose(page, 'Bestämde ni det tillsammans med familjen?', 'Ja');
    await press(page, 'Avsluta ärendet');
    await confirm(page, 'Avsluta ärendet');
    await part(page, 'Ärendet är avslutat').getByText('Målen är nådda').waitFor(SOON);
    await part(page, 'Så gick det med plan 1').getByText('Delvis nått').waitFor(SOON);
    await standsAt(page, 'Avslutad');

    await turnTo(page, 'Händelser');
    const timeline = part(page, 'Händelser');
    await timeline.getByText('Avslutade ett ärende').waitFor(SOON);
    const told = await eventsIn(timeline);
    expect(told.filter((what) => what === 'Följde upp en plan')).toHaveLength(2);
    expect(told.filter((what) => what === 'Fastställde en plan')).toHaveLength(2);
    expect(told.filter((what) => what.startsWith('Antecknade ett samtycke'))).toHaveLength(6);
    expect(told.at(-1)).toBe('Startade ett ärende');
  }

  /** Adds an intervention to the plan: what, by which unit and until when. */
  async function intervention(text: string, unit: string, dueOn: string): Promise<void> {
    const interventions = part(page, 'Insatser');
    await press(interventions, 'Lägg till en insats');
    const row = interventions.getByRole('listitem').last();
    await write(row, 'Vad ska göras?', text);
    await pick(page, 'Vilken enhet ansvarar?', unit, row);
    await write(row, 'Klart senast', dueOn);
  }

  /** What has happened, the latest first, page by page. */
  async function eventsIn(timeline: Locator): Promise<string[]> {
    const told = await timeline.getByRole('listitem').locator('p:first-child').allTextContents();
    const next = timeline.getByRole('button', { name: 'Nästa' });
    if ((await next.count()) === 0 || (await next.isDisabled())) return told;
    await next.click();
    await timeline.getByText('Startade ett ärende').waitFor(SOON);
    return [...told, ...(await eventsIn(timeline))];
  }
});
