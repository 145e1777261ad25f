/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  maxWorkers: 2,
  // What a suite leaves behind slows those after it, until its worker begins anew.
  workerIdleMemoryLimit: '1GB',
  // A machine that is busy with something else is slow, not wrong: no test measures time by this.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/longest-first.js',
  reporters: ['default', '<rootDir>/test/closing-line.js'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.(t|j|mj)s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  // Some libraries (unified and its family) ship only ES modules, so they are transformed too; one old library does not survive it.
  transformIgnorePatterns: ['/node_modules/normalize-strings/'],
};
