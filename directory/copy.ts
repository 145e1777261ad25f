import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { beside, putInPlace } from './beside';
import type { Listing } from './types';

/**
 * The last good copy of a feed: each listing as a line of JSON, by id. Lines, since fifty thousand listings as objects would
 * fill the memory.
 */
export type Lines = Map<string, string>;

const faultSchema = z.object({ service: z.string().nullable(), field: z.string(), what: z.string() });
const reportSchema = z.object({
  /** When the copy was read, in milliseconds since 1970; null: there is none yet. */
  copied: z.number().nullable(),
  /** When it was last tried. */
  tried: z.number(),
  /** Services that came. */
  services: z.number(),
  /** Listings in the copy, and how many of them stayed because the feed could not be read to its end. */
  listings: z.number(),
  kept: z.number(),
  /** How many listings came, where they were so few that nothing was taken away before it is seen again. */
  shrunk: z.number().nullable().default(null),
  /** The ids of listings of which no more is known than the list's few words. */
  shallow: z.array(z.string()).default([]),
  faults: z.array(faultSchema),
});
/** What became of an import. */
export type Report = z.infer<typeof reportSchema>;

/** Where the copies of a place's feeds lie. */
export function copies(dataDir: string, place: string) {
  const dir = join(dataDir, 'directory');
  const file = (feed: string) => join(dir, `${place}.${feed}.ndjson`);
  const reportFile = (feed: string) => join(dir, `${place}.${feed}.report.json`);
  return {
    file,
    /** Where the answers of a feed are kept, to ask only for what has changed since. */
    answers: (feed: string) => join(dir, `${place}.${feed}.answers.sqlite`),
    /** Every copy there is, of feeds and of what was imported by hand; `at`: when it was written, in milliseconds since 1970. */
    all(): { file: string; at: number }[] {
      if (!existsSync(dir)) return [];
      const names = readdirSync(dir).filter((name) => name.startsWith(`${place}.`) && name.endsWith('.ndjson'));
      return names.sort().map((name) => ({ file: join(dir, name), at: statSync(join(dir, name)).mtimeMs }));
    },
    async read(feed: string): Promise<Lines> {
      const lines: Lines = new Map();
      for await (const { listing, line } of listingsIn(file(feed))) lines.set(listing.id, line);
      return lines;
    },
    /** Written beside it first, so that what breaks off leaves the last copy as it was. */
    async write(feed: string, lines: Lines): Promise<void> {
      mkdirSync(dir, { recursive: true });
      const ended = (function* () {
        for (const line of lines.values()) yield `${line}\n`;
      })();
      const written = beside(file(feed));
      await pipeline(Readable.from(ended), createWriteStream(written, { flush: true }));
      putInPlace(written, file(feed));
    },
    report(feed: string): Report | null {
      const found = existsSync(reportFile(feed))
        ? reportSchema.safeParse(parsed(readFileSync(reportFile(feed), 'utf8')))
        : null;
      return found?.data ?? null;
    },
    tell(feed: string, report: Report): void {
      mkdirSync(dir, { recursive: true });
      const written = beside(reportFile(feed));
      writeFileSync(written, `${JSON.stringify(report, null, 1)}\n`, { flush: true });
      putInPlace(written, reportFile(feed));
    },
  };
}

/** A listing in a copy, its line, and where in the file that begins, in bytes. */
interface Lying {
  listing: Listing;
  line: string;
  from: number;
}

/** The listings in a copy, one after the other; none where there is no copy. A line that cannot be read is left out. */
export async function* listingsIn(file: string): AsyncGenerator<Lying> {
  if (!existsSync(file)) return;
  let from = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    const listing = parsed(line) as Listing | null;
    if (listing) yield { listing, line, from };
    from += Buffer.byteLength(line) + 1;
  }
}

/** Reads listings of a copy again, each by where it lies. A newer copy put in its place changes nothing: this one stays open. */
export function openCopy(file: string): (lying: Lying) => () => Listing {
  const copy = openSync(file, 'r');
  return ({ line, from }) => {
    const bytes = Buffer.byteLength(line);
    return () => {
      const read = Buffer.alloc(bytes);
      readSync(copy, read, 0, bytes, from);
      return JSON.parse(read.toString('utf8')) as Listing;
    };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
