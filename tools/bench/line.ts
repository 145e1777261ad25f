import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  body: string;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * One keep-alive connection with one request at a time, and as little work per request as there can be: what the driver
 * itself costs must not be what is measured.
 */
export class Line {
  private socket: Socket | null = null;
  private received: Buffer = Buffer.alloc(0);
  private waiting: { done(answer: Answer): void; failed(error: Error): void } | null = null;
  private readonly host: string;

  constructor(private readonly url: string) {
    this.host = new URL(url).host;
  }

  /** A server closes idle connections; a request that crosses with the closing is sent again, as browsers do. */
  async send(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Answer> {
    const kept = this.socket !== null;
    try {
      return await this.once(method, path, headers, body);
    } catch (error) {
      if (!kept) throw error;
      return this.once(method, path, headers, body);
    }
  }

  close(): void {
    this.socket?.destroy();
  }

  private once(method: string, path: string, headers: Record<string, string>, body: string): Promise<Answer> {
    const socket = this.socket ?? this.open();
    let head = `${method} ${path} HTTP/1.1\r\nHost: ${this.host}\r\n`;
    for (const name in headers) head += `${name}: ${headers[name]}\r\n`;
    if (method === 'POST') head += `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
    return new Promise((done, failed) => {
      this.waiting = { done, failed };
      socket.write(`${head}\r\n${body}`);
    });
  }

  private open(): Socket {
    const { hostname, port } = new URL(this.url);
    const socket = connect({ host: hostname === 'localhost' ? '127.0.0.1' : hostname, port: Number(port) });
    this.socket = socket;
    this.received = Buffer.alloc(0);
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.socket === socket) this.socket = null;
      this.settle()?.failed(new Error('The connection was closed.'));
    });
    return socket;
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf(HEAD_END);
    if (end < 0) return;
    const head = this.received.toString('latin1', 0, end);
    const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) {
      this.socket?.destroy();
      return;
    }
    const start = end + HEAD_END.length;
    if (this.received.length < start + length) return;
    const body = this.received.toString('utf8', start, start + length);
    this.received = this.received.subarray(start + length);
    this.settle()?.done({ status: Number(head.slice(9, 12)), body });
  }

  private settle() {
    const waiting = this.waiting;
    this.waiting = null;
    return waiting;
  }
}
