import { download, type Route } from './route';
import type { RoutesDeps } from './routes';

type ExportDeps = Pick<RoutesDeps, 'accounts' | 'audit' | 'ends' | 'words' | 'timezone'>;

/** What leaves the desk as a table for a spreadsheet: who did what, and numbers. Never what anybody said. */
export function exportRoutes({ accounts, audit, ends, words, timezone }: ExportDeps): Route[] {
  return [
    download('/audit.csv', {
      summary: 'The audit as a table, the newest first. For admins.',
      roles: ['admin'],
      file: 'natter-audit.csv',
      async *rows() {
        const { columns, nobody } = words.audit;
        const names = new Map((await accounts.list()).map(({ id, name }) => [id, name]));
        yield [
          columns.when,
          columns.who,
          columns['who-id'],
          columns.act,
          columns.conversation,
          columns.account,
          columns.refused,
        ];
        for await (const { at, worker, act, conversation, account, refused } of audit.all()) {
          const whose = account && (names.get(account) ?? account);
          const why = refused && ((words.errors as Record<string, string>)[refused] ?? refused);
          yield [
            whenAt(at, timezone),
            worker?.name ?? nobody,
            worker?.id ?? '',
            words.acts[act],
            conversation,
            whose,
            why,
          ];
        }
      },
    }),
    download('/ended.csv', {
      summary: 'How talks ended, in numbers: no words and no names. For leads and admins.',
      roles: ['lead', 'admin'],
      file: 'natter-ended.csv',
      async *rows() {
        const { columns, yes, no } = words.ended;
        yield [columns.day, columns.channel, columns.waited, columns.outcome, columns.promised];
        const channels: Record<string, string> = words.channels;
        for await (const { day, channel, waited, outcome, promised } of ends.all()) {
          yield [day, channels[channel] ?? words.channels.other, waited, words.end[outcome], promised ? yes : no];
        }
      },
    }),
  ];
}

/** `2026-11-27 09:05:00` as it was at the place: what a spreadsheet takes for a time. */
const whenAt = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
