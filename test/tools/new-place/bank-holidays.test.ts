import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfig } from '../../../config';
import { bankHolidays } from '../../../tools/new-place/bank-holidays';

const dates = (...of: Parameters<typeof bankHolidays>) => bankHolidays(...of).map(({ date }) => date.slice(5));

describe('bank holidays', () => {
  test('of England are those the example place has', () => {
    const file = join(readConfig({}).contentDir, 'places', 'example', 'place.yaml');
    const { holidays } = parse(readFileSync(file, 'utf8'));
    expect([...bankHolidays('england', 2026), ...bankHolidays('england', 2027)]).toEqual(holidays);
  });

  // As gov.uk lists them, but for days that were given once.
  test.each([
    ['england', 2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    ['wales', 2022, '01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27'],
    ['wales', 2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    ['scotland', 2022, '01-03 01-04 04-15 05-02 05-30 08-01 11-30 12-26 12-27'],
    ['scotland', 2023, '01-02 01-03 04-07 05-01 05-29 08-07 11-30 12-25 12-26'],
    ['scotland', 2025, '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26'],
    ['northern-ireland', 2024, '01-01 03-18 03-29 04-01 05-06 05-27 07-12 08-26 12-25 12-26'],
    ['northern-ireland', 2025, '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26'],
  ] as const)('of %s in %i', (nation, year, expected) => {
    expect(dates(nation, year).join(' ')).toBe(expected);
  });

  test('go by Easter, early or late', () => {
    expect(dates('england', 2008)).toContain('03-24');
    expect(dates('england', 2038)).toContain('04-26');
  });

  test('never fall on a weekend, nor two on one day', () => {
    for (const nation of ['england', 'scotland', 'northern-ireland'] as const)
      for (let year = 2020; year < 2060; year += 1) {
        const found = bankHolidays(nation, year).map(({ date }) => date);
        expect(new Set(found).size).toBe(found.length);
        expect(found.filter((date) => [0, 6].includes(new Date(date).getUTCDay()))).toEqual([]);
      }
  });
});
