import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';

let canBeTied: boolean | undefined;

/**
 * Starts this same Node on `args`. Where the system can do that (Linux), the child ends with this process, however that ends.
 */
export function spawnNode(args: string[], options: SpawnOptions): ChildProcess {
  canBeTied ??= spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status === 0;
  return canBeTied
    ? spawn('setpriv', ['--pdeathsig', 'KILL', process.execPath, ...args], options)
    : spawn(process.execPath, args, options);
}
