/** The address of a feed is not one that can be asked. */
export class FeedUrlError extends Error {
  readonly code = 'feed-url';
  constructor() {
    super(
      'A feed has an address such as https://example.org/api/v1, without a name or a password in it: mend its url.',
    );
  }
}

/** The address of a feed, once it is known to be one. */
export function feedAddress(url: string): URL {
  const address = URL.parse(url);
  if (address === null || !/^https?:$/.test(address.protocol) || address.username !== '' || address.password !== '') {
    throw new FeedUrlError();
  }
  return address;
}

/** `services?page=1` under the address of a feed. What the feed's own address asks for (`?directories=families`) is kept. */
export function addressUnder(feed: URL, path: string): URL {
  const address = new URL(path, folderOf(feed));
  for (const [name, value] of feed.searchParams) address.searchParams.append(name, value);
  return address;
}

/** The address this path or whole address leads to, if it belongs to the feed: the same server, and under the same path. */
export function addressIn(feed: URL, path: string, from: string = folderOf(feed)): URL | null {
  const address = URL.parse(path, from);
  return address?.href.startsWith(folderOf(feed)) ? address : null;
}

const folderOf = ({ origin, pathname }: URL) => `${origin}${pathname.replace(/\/+$/, '')}/`;
