export interface TimeSpan { from: string; to: string | null }
export function readTime(_t: string, _n: string): TimeSpan | null { return null; }
