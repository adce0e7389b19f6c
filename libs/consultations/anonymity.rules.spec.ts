import fc from 'fast-check';
import { anonymityFault, identifiersIn, possibleNamesIn } from './anonymity.rules.ts';

/** Skatteverket's public test numbers, never given to anybody: personal identity numbers and coordination numbers. */
const NUMBERS = ['200709032387', '201204132391', '202309242382'];
const COORDINATION_NUMBERS = ['200603792383', '200604822395', '200611802398', '191500722390', '191711602399'];

const marked = (text: string): string[] => identifiersIn(text).map(({ from, to }) => text.slice(from, to));

const groupings = (twelve: string): string[] => {
  const [century, year, month, day, four] = [0, 2, 4, 6, 8].map((at, i) => twelve.slice(at, [2, 4, 6, 8, 12][i])) as [
    string,
    string,
    string,
    string,
    string,
  ];
  return [
    twelve,
    `${century}${year}${month}${day}-${four}`,
    `${year}${month}${day}${four}`,
    `${year}${month}${day}-${four}`,
    `${year}${month}${day}+${four}`,
    `${year}${month}${day} ${four}`,
    `${year}${month}${day} - ${four}`,
    `${year}${month}${day}–${four}`,
    `${year}${month}${day}\u2011${four}`,
    `${year}${month}${day}\u00a0${four}`,
    `${century}${year}-${month}-${day}-${four}`,
    `${century}${year}-${month}-${day} ${four}`,
    `${century}${year}.${month}.${day}.${four}`,
    `${century} ${year} ${month} ${day} ${four}`,
    `${year}-${month}-${day} ${four}`,
    `${year} ${month} ${day} ${four}`,
  ];
};

describe('identity numbers', () => {
  it.each([...NUMBERS, ...COORDINATION_NUMBERS].flatMap(groupings))('%s is found where it stands', (number) => {
    expect(marked(`Eleven (${number}) är borta.`)).toEqual([number]);
  });

  it('are found with a wrong check digit too', () => {
    expect(marked('Barnet 070903-2388.')).toEqual(['070903-2388']);
  });

  it('are all found in one text', () => {
    expect(marked('Syskon: 200709032387 och 120413-2391')).toEqual(['200709032387', '120413-2391']);
  });
});

/** PTS's numbers for books and films, given to nobody. */
const TELEPHONES = [
  '070-174 06 05',
  '0701740605',
  '070 174 06 05',
  '070/174 06 05',
  '08-465 004 00',
  '031-390 06 00',
  '0980-319 200',
  '0980-31 92 00',
  '+46 70 174 06 05',
  '+46701740605',
  '0046 70-174 06 05',
  '+46 (0)70-174 06 05',
];

describe('telephone numbers and mail addresses', () => {
  it.each([...TELEPHONES, 'kim.lund@example.se', 'a+b@skola.example.se'])('%s is found where it stands', (found) => {
    expect(marked(`Kontakt ${found} efter lunch`)).toEqual([found]);
  });
});

describe('what is no identifier', () => {
  it.each([
    'Sedan 2026-10-01 har eleven varit borta.',
    'Mellan 2026-10-01 och 2026-10-15.',
    'Perioden 2026-10-01 – 2026-10-15, eller 2026-01-05 - 2026-02-05.',
    'Mätt 2026-01-05 2026-02-05 2026-03-05.',
    '20261001',
    '1 oktober 2026',
    '01-10-2026',
    'Mötet är kl 13.00-14.30.',
    'Mötet är kl 08.00-09.30, annars 08:00–09:30 eller 0800-0930.',
    '2 av 3 lektioner, 10–12 år, åk 7–9, 60 000 kr',
    'SoL (2025:400) 19 kap. 1 §, SFS 2009:981',
    'Läsåret 2025/2026 och 2026-2027',
    'K-7F3K-Q2XY',
    '100 % frånvaro vecka 40, 41, 42 och 43',
    'eleven @ hemma',
  ])('%s', (text) => {
    expect(marked(text)).toEqual([]);
  });
});

describe('names on the list', () => {
  const blocked = new Set(['björkängsskolan', 'kim', 'kim lund', 'anna-karin', 'östra gröna skolan', 'mats']);
  const marks = (text: string): string[] =>
    (anonymityFault('question', text, blocked)?.marks ?? []).map(({ from, to }) => text.slice(from, to));

  it.each([
    ['Hon går på Björkängsskolan.', ['Björkängsskolan']],
    ['BJÖRKÄNGSSKOLANS rektor', ['BJÖRKÄNGSSKOLANS']],
    ['Mats är borta', ['Mats']],
    ['Anna-Karin, eller anna-karins mamma', ['Anna-Karin', 'anna-karins']],
    ['Östra  gröna\nskolan', ['Östra  gröna\nskolan']],
    ['(kim)', ['kim']],
    ['Bjo\u0308rka\u0308ngsskolan', ['Bjo\u0308rka\u0308ngsskolan']],
  ])('marks them in: %s', (text, found) => {
    expect(marks(text)).toEqual(found);
  });

  it('leaves longer words alone', () => {
    expect(marks('Kimono, matsal, Björkängsskolans-liknande och kimmig')).toEqual([]);
  });

  it('says which field, and never what stood there', () => {
    const fault = anonymityFault('tried', 'Mamman till Kim ringde', blocked);
    expect(fault).toMatchObject({ field: 'tried', marks: [{ from: 12, to: 15 }] });
    expect(fault!.message).not.toContain('Kim');
  });

  it('are looked for as one to three words, with and without a genitive s', () => {
    expect(
      possibleNamesIn('Eva Lunds hus är')
        .map(({ name }) => name)
        .join(),
    ).toBe(
      'eva,eva lunds,eva lund,eva lunds hus,eva lunds hu,lunds,lund,lunds hus,lunds hu,lunds hus är,hus,hu,hus är,är',
    );
  });

  it('marks names and numbers together, so that a text is mended in one go', () => {
    const text = 'Kim, 201706032396, ringde';
    const { marks, message } = anonymityFault('question', text, new Set(['kim']))!;
    expect(marks!.map(({ from, to }) => text.slice(from, to))).toEqual(['Kim', '201706032396']);
    expect(message).toMatch(/personnummer.*namnen/);
  });

  it('give no fault when nothing is found', () => {
    expect(anonymityFault('question', 'Eleven är borta allt mer.', blocked)).toBeUndefined();
  });
});

describe('for any text', () => {
  const digits = fc.constantFrom(...'0123456789 -.+\n');
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: digits, maxLength: 40 }),
    fc
      .array(fc.constantFrom('kim', 'Kims', 'lund', '070903-2387', 'a@b.se', ' ', 'é', '😀', '\u0308', '-'), {
        maxLength: 20,
      })
      .map((parts) => parts.join('')),
  );

  it('every mark lies inside it, holds something, and overlaps no other identifier', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const identifiers = identifiersIn(text);
        for (const { from, to } of [...identifiers, ...possibleNamesIn(text)]) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
        }
        identifiers.slice(1).forEach(({ from }, i) => expect(from).toBeGreaterThanOrEqual(identifiers[i]!.to));
      }),
      { numRuns: 2000 },
    );
  });

  it('a number put anywhere among words is found', () => {
    const words = fc.lorem({ maxCount: 5 });
    fc.assert(
      fc.property(
        words,
        words,
        fc.constantFrom(...[...NUMBERS, ...COORDINATION_NUMBERS].flatMap(groupings)),
        (before, after, number) => {
          expect(marked(`${before} ${number} ${after}`)).toEqual([number]);
        },
      ),
    );
  });
});
