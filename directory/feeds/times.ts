const TIME =
  /^(?:\d{4}-\d{2}-\d{2}[T ])?(\d{1,2})(?:[:.](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*(?:z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * `HH:MM` from `10:00:00`, `10:00Z`, `10:00+01:00`, `9am`, `4:00 PM`; null when it is no time. A zone is not looked at:
 * feeds write the time on the wall, whatever zone they put behind it.
 */
export function readTime(text: string): string | null {
  const [, hours = '', minutes = '00', half] = TIME.exec(text.trim()) ?? [];
  if (hours === '' || (half !== undefined && (Number(hours) < 1 || Number(hours) > 12))) return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (Number(minutes) > 59 || hour > 24 || (hour === 24 && minutes !== '00')) return null;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}
