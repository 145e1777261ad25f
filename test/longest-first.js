const Sequencer = require('@jest/test-sequencer').default;

/** Suites that take a minute or more, the longest first: begun last, one of them would go on alone while a processor idles. */
const LONG = [
  'faults/stops',
  'faults/kill',
  'journey/typing',
  'understanding/learnt',
  'journey/rough-lines',
  'tools/bench',
  'tools/check',
  'tools/try',
  'understanding/tool',
  'store/redis-cluster',
  // Not beside the others that start and end many processes: its sentinels have to keep time.
  'faults/redis',
];

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONG.findIndex((name) => path.includes(`/test/${name}`));
      return at < 0 ? LONG.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
};
