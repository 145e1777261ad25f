export type Body = { body: unknown } | { what: string };

/** The JSON in an answer of at most so many bytes, or what it is instead. */
export async function readBody(response: Response, mostBytes: number): Promise<Body> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    // Leaving the loop closes the connection: nobody has to send what will not be read.
    if (bytes > mostBytes) return { what: `is longer than ${mostBytes} bytes` };
    text += decoder.decode(part, { stream: true });
  }
  return readJson(text + decoder.decode());
}

function readJson(text: string): Body {
  const start = text.trimStart();
  if (start === '') return { what: 'is empty' };
  if (start.startsWith('<')) return { what: 'is a web page, not JSON' };
  try {
    return { body: JSON.parse(start) };
  } catch {
    return { what: 'is not whole JSON' };
  }
}
