import { serve } from './serve';

/* One that waits seconds where people are waited for minutes, so that a test can. */

serve(Date.now, {
  patience: { presentMs: 8_000, renewMs: 500, lookMs: 1_000, awayMs: 4_000 },
  heartbeatMs: 500,
});
