#!/usr/bin/env bash
# Everything that must hold, in the order in which a fault is quickest to understand: types, style, content, tests.
set -euo pipefail
cd "$(dirname "$0")/.."
bash test/needs.sh
npm run --silent types
npm run --silent lint
npm run --silent check
exec node --disable-warning=ExperimentalWarning node_modules/.bin/jest "$@"
