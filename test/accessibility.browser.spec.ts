import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { localDate } from '../libs/platform/index.ts';
import type { Role } from '../libs/directory/index.ts';
import { keepPictures, openWindow, signIn, startBrowser, type Window } from './support/browser.ts';
import { Casework } from './support/casework.ts';
import { Consulting } from './support/consultations.ts';
import { correctedFigure } from './support/figure-recipes.ts';
import { createListeningApp } from './support/listening.ts';
import { writePlan } from './support/plan.ts';
import { allSealed } from './support/sealed.ts';
import { PASSWORD, World } from './support/world.ts';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every page, by who sees it; the ids are filled in when the world is made. */
const PAGES: [role: Role, unit: string, paths: string[]][] = [
  [
    'REQUESTER',
    'school',
    ['/', '/fragor/ny', '/fragor/:draft', '/fragor/:submitted', '/fragor/:answered', '/tillganglighet', '/finns-inte'],
  ],
  [
    'SIP_COORDINATOR',
    'office',
    [
      '/',
      '/fragor/:submitted',
      '/fragor/:accepted',
      '/fragor/:accepted/underlag',
      '/moten',
      '/moten/nytt',
      '/moten/:sitting',
      '/arenden',
      '/arenden?visa=avslutade',
      '/arenden/nytt',
      '/arenden/nytt?barn=:child',
      '/arenden/:case',
      '/arenden/:case?del=handelser',
      '/arenden/:case/utskrift',
    ],
  ],
  [
    'TEAM_MEMBER',
    'bup',
    [
      '/',
      '/moten/:sitting/rum',
      '/moten/:sitting/rum/:placed',
      '/moten/:sitting/rum/:held',
      '/moten/:sitting/rum/:concluded',
    ],
  ],
  [
    'MANAGER',
    'office',
    ['/', '/planer/:plan', '/matt/:heldMetric', '/matt/:themesMetric', '/matt/:enteredMetric/varden'],
  ],
  ['LOG_REVIEWER', 'office', ['/']],
  [
    'AREA_ADMINISTRATOR',
    'office',
    ['/', '/enheter', '/team', '/konto', '/overenskommelse', '/overenskommelse/1', '/namnlistan', '/skyddade-barn'],
  ],
];

describe('every page, at 1280 and 320 px', () => {
  let test: Awaited<ReturnType<typeof createListeningApp>>;
  let browser: Browser;
  let world: World;
  let ids: Record<string, string>;

  beforeAll(async () => {
    test = await createListeningApp();
    world = await World.create(test);
    const people = await Consulting.in(world);
    const plan = await writePlan(world, Number(localDate(new Date()).slice(0, 4)));
    const sitting = await people.sitting(`${localDate(new Date())}T00:30`);
    const concluded = await people.concluded(sitting.id);
    for (let i = 0; i < 5; i++) await people.held(sitting.id);
    const placed = await people.placed(sitting.id);
    const casework = await Casework.in(world);
    ids = {
      draft: (await people.draft({ question: 'En påbörjad fråga' })).id,
      submitted: (await people.submitted()).id,
      accepted: (await people.accepted()).id,
      answered: String(concluded['requestId']),
      sitting: sitting.id,
      concluded: concluded.id,
      held: (await people.held(sitting.id)).id,
      placed: (await people.consultation(sitting.id, placed.id)).id,
      child: (await casework.child()).id,
      case: (await casework.offered({ needOn: casework.daysAgo(9) })).id,
      plan: plan.planId,
      heldMetric: plan.heldId,
      themesMetric: plan.themesId,
      enteredMetric: await correctedFigure(world, plan.planId),
    };
    await allSealed(test);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await test.close();
  });

  const cases = PAGES.flatMap(([role, unit, paths]) => [1280, 320].map((width) => [role, width, unit, paths] as const));

  it.each(cases)(
    '%s at %i px: accessible, nothing cut off, nothing loaded from elsewhere',
    async (role, width, unit, paths) => {
      const window = await openWindow(browser, test.url, width);
      await signIn(window, await world.person({ role, unit }), PASSWORD);
      const faults: string[] = [];
      for (const path of paths) {
        await window.page.goto(path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name]!));
        await window.page.waitForLoadState('networkidle');
        await window.page.locator('h1').first().waitFor();
        await window.page.getByText('Hämtar…').first().waitFor({ state: 'detached' });
        faults.push(...(await faultsOf(window, width)).map((fault) => `${path}: ${fault}`));
        await keepPictures([window], `${role}-${width}-${path.replaceAll(/\W+/g, '-')}`);
      }
      await window.context.close();
      expect(faults).toEqual([]);
      expect({ errors: window.errors, foreign: window.foreign }).toEqual({ errors: [], foreign: [] });
    },
  );
});

interface Shape {
  width: number;
  headings: number;
  mains: number;
  language: string;
  title: string;
  /** Entries of the menu marked as the page one is on, and the rows that the menu takes. */
  current: number;
  menuRows: number;
  small: string[];
}

async function faultsOf({ page }: Window, width: number): Promise<string[]> {
  await page.evaluate(AXE);
  const axe = (await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`)) as AxeResults;
  const shape = (await page.evaluate(`({
    width: document.documentElement.scrollWidth,
    headings: document.querySelectorAll('h1').length,
    mains: document.querySelectorAll('main').length,
    language: document.documentElement.lang,
    title: document.title,
    current: document.querySelectorAll('nav[aria-label=Huvudmeny] [aria-current=page]').length,
    menuRows: new Set([...document.querySelectorAll('nav[aria-label=Huvudmeny] :is(a, button)')]
      .filter((each) => each.getClientRects().length > 0).map((each) => each.getBoundingClientRect().top)).size,
    small: [...document.querySelectorAll('button, a[href], input, select, textarea')].filter((each) => {
      const { width, height } = each.getBoundingClientRect();
      const inText = each.matches('p a, li a, td a, dd a') || each.closest('label') || each.matches('.skip-link');
      return width > 0 && !inText && (width < 24 || height < 24);
    }).map((each) => each.outerHTML.slice(0, 80)),
  })`)) as Shape;
  return [
    ...axe.violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html.slice(0, 100)).join(' | ')}`),
    ...(shape.width > width ? [`${shape.width} px wide`] : []),
    ...(shape.headings === 1 ? [] : [`${shape.headings} h1`]),
    ...(shape.mains === 1 ? [] : [`${shape.mains} main`]),
    ...(shape.language === 'sv' ? [] : [`language ${shape.language}`]),
    ...(shape.current === 1 ? [] : [`${shape.current} current entries in the menu`]),
    ...(shape.menuRows === 1 ? [] : [`a menu of ${shape.menuRows} rows`]),
    ...(shape.title.endsWith(' – Samordna') ? [] : [`title ${shape.title}`]),
    ...shape.small.map((html) => `too small a target: ${html}`),
  ];
}
