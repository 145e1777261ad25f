import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transformSync } from '@swc/core';
import type { Request, Response, Server } from 'restify';
import { HttpError } from './http';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Asset {
  body: Buffer;
  gzip: Buffer;
  type: string;
}

/** A folder of front-end source, ready to serve. `hash` changes whenever anything in it does. */
export interface Assets {
  hash: string;
  files: Map<string, Asset>;
}

/**
 * Reads a folder of TypeScript, CSS and SVG, with the folders in it, and compiles each TypeScript file to a small ES2017 module
 * of the same name ending in `.js`, so that modules import each other as `./name.js`. Done once, at start.
 */
export function compileAssets(dir: string): Assets {
  const files = new Map<string, Asset>();
  for (const name of readdirSync(dir, { encoding: 'utf8', recursive: true }).sort()) {
    const served = name.replace(/\.ts$/, '.js');
    const type = TYPES[extname(served)];
    if (!type) continue;
    const source = readFileSync(join(dir, name), 'utf8');
    files.set(served, asset(name.endsWith('.ts') ? compile(source, name) : source, type));
  }
  return hashed(files);
}

/** The same with JSON that the page loads by itself. */
export function withJson({ files }: Assets, name: string, value: unknown): Assets {
  return hashed(new Map([...files, [name, asset(JSON.stringify(value), TYPES['.json'] ?? '')]]));
}

/** A script made at start, from text. */
export const scriptAsset = (text: string): Asset => asset(text, TYPES['.js'] ?? '');

function asset(text: string, type: string): Asset {
  const body = Buffer.from(text);
  return { body, gzip: gzipSync(body, { level: 9 }), type };
}

function hashed(files: Assets['files']): Assets {
  const hash = createHash('sha256');
  for (const [name, { body }] of files) hash.update(`${name}\0${body.length}\0`).update(body);
  return { hash: hash.digest('hex').slice(0, 16), files };
}

function compile(source: string, filename: string): string {
  return transformSync(source, {
    filename,
    configFile: false,
    swcrc: false,
    minify: true,
    module: { type: 'es6' },
    jsc: { parser: { syntax: 'typescript' }, target: 'es2017', minify: { compress: true, mangle: true } },
  }).code;
}

/**
 * Serves them under `<prefix>/<hash>/<file>`, to be kept by browsers for good. A module is found without its ending too, as
 * those import each other that Node loads as well. Returns the address of a file.
 */
export function mountAssets(server: Server, prefix: string, { hash, files }: Assets): (file: string) => string {
  server.get(`${prefix}/${hash}/*`, async (req, res) => {
    const asset = files.get(req.params['*']) ?? files.get(`${req.params['*']}.js`);
    if (!asset) throw new HttpError(404, 'NotFound', 'There is nothing at this address.');
    sendAsset(req, res, asset, 'public, max-age=31536000, immutable');
  });
  return (file) => `${prefix}/${hash}/${file}`;
}

/** @param kept for how long browsers may keep it: a Cache-Control header. */
export function sendAsset(req: Request, res: Response, { body, gzip, type }: Asset, kept: string): void {
  const takesGzip = /\bgzip\b/.test(req.headers['accept-encoding'] ?? '');
  res.setHeader('Content-Type', type);
  res.setHeader('Cache-Control', kept);
  res.setHeader('Vary', 'Accept-Encoding');
  if (takesGzip) res.setHeader('Content-Encoding', 'gzip');
  res.sendRaw(200, takesGzip ? gzip : body);
}
