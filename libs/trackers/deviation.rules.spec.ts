import { deviationFaults, type Deviation } from './deviation.rules.ts';

const suggested: Deviation = { status: 'SUGGESTED', mcpNumber: null, learning: '' };

describe('a deviation in collaboration (domain reference 4.2)', () => {
  it.each<[string, Deviation, Deviation, string[]]>([
    ['is reported with its number', suggested, { ...suggested, status: 'REPORTED_IN_MCP', mcpNumber: '4711' }, []],
    ['is reported without its number', suggested, { ...suggested, status: 'REPORTED_IN_MCP' }, ['mcpNumber']],
    [
      'goes back',
      { status: 'ANALYSED', mcpNumber: '4711', learning: '' },
      { status: 'REPORTED_IN_MCP', mcpNumber: '4711', learning: '' },
      ['status'],
    ],
    ['is closed with nothing learnt', suggested, { status: 'CLOSED', mcpNumber: '4711', learning: ' ' }, ['learning']],
    ['is closed', suggested, { status: 'CLOSED', mcpNumber: '4711', learning: 'Ring före.' }, []],
    [
      'says more than a number',
      suggested,
      { ...suggested, status: 'REPORTED_IN_MCP', mcpNumber: '4711 Alva' },
      ['mcpNumber'],
    ],
    ['only gets words', suggested, { ...suggested, learning: 'Ring före.' }, []],
  ])('%s', (_, before, after, fields) => {
    expect(deviationFaults(before, after).map(({ field }) => field)).toEqual(fields);
  });
});
