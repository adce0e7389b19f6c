import type { Locator, Page } from 'playwright-core';
import { until } from './until.ts';

/** How soon a screen has changed, with the slack of a busy machine. */
export const SOON = { timeout: 60_000 };

/** A page, or a part of one: where somebody reads and writes. */
type Place = Pick<Page & Locator, 'getByRole' | 'getByLabel'>;

/** A part of a page, by its heading. */
export const part = (where: Place, heading: string): Locator =>
  where.getByRole('region', { name: heading, exact: true });

export const write = (where: Place, label: string, text: string): Promise<void> => where.getByLabel(label).fill(text);

/** Ticks a box or a choice as a person does, on its label: the input that screen readers read lies unseen beneath it. */
export async function check(box: Locator): Promise<void> {
  if (!(await box.isChecked())) await box.locator('xpath=ancestor::label').click();
  await until(() => box.isChecked(), SOON.timeout);
}

/** Answers a question with one choice: its whole name, or how a choice that explains itself begins. */
export const choose = (where: Place, question: string | RegExp, choice: string | RegExp): Promise<void> =>
  check(where.getByRole('radiogroup', { name: question }).getByRole('radio', { name: choice, exact: true }));

/** Ticks some of the choices under a question, or all of them. */
export async function tick(where: Place, question: string, choices: RegExp[] | 'all'): Promise<void> {
  const group = where.getByRole('group', { name: question });
  await group.waitFor(SOON);
  const boxes = group.getByRole('checkbox');
  const chosen = choices === 'all' ? await boxes.all() : choices.map((name) => group.getByRole('checkbox', { name }));
  for (const box of chosen) await check(box);
}

/** Picks from a list that opens. `where` tells apart lists with the same label. */
export async function pick(page: Page, label: string, choice: string, where: Place = page): Promise<void> {
  await where.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: choice }).click();
}

export const press = (where: Place, verb: string): Promise<void> =>
  where.getByRole('button', { name: verb, exact: true }).click();

export const follow = (where: Place, link: string): Promise<void> =>
  where.getByRole('link', { name: link, exact: true }).click();

/** Turns to a part of a case's page. */
export const turnTo = (page: Page, tab: string): Promise<void> =>
  page.getByRole('tab', { name: tab, exact: true }).click();

/** A dialog with a form: opened, filled in and sent. */
export async function answer(page: Page, title: string, verb: string, fill: (dialog: Locator) => Promise<void>) {
  const dialog = page.getByRole('dialog', { name: title });
  await fill(dialog);
  await press(dialog, verb);
  await dialog.waitFor({ state: 'detached', ...SOON });
}

/** The full stop before what cannot be undone. */
export const confirm = (page: Page, verb: string): Promise<void> => press(page.getByRole('alertdialog'), verb);

/** The case's identity bar says where it stands. */
export const standsAt = (page: Page, state: string): Promise<void> =>
  part(page, 'Ärendet i korthet').getByText(state, { exact: true }).waitFor(SOON);

/** Writes down, under Samtycken, that somebody who was asked consents to the plan and to every party being told everything. */
export async function consents(page: Page, name: string, how: 'Skriftligt' | 'Muntligt'): Promise<void> {
  await press(page, `Anteckna svar från ${name}`);
  await answer(page, 'Anteckna ett svar', 'Spara svaret', async (dialog) => {
    await choose(dialog, 'Vad är svaret?', 'Ja, samtycker');
    await tick(dialog, 'Vilka får veta?', 'all');
    await tick(dialog, 'Vad får de veta?', 'all');
    await choose(dialog, 'Hur lämnades svaret?', how);
    if (how === 'Muntligt') {
      await write(dialog, 'Vem tog emot svaret?', 'Karin Berg, samordnare');
      await write(dialog, 'Anteckning', 'I samtal på skolan.');
    }
  });
}
