const OUT = /^\s*(?:stop|stopall|unsubscribe|end|quit|revoke|optout|cancel)\s*$/i;
const IN = /^\s*(?:start|unstop)\s*$/i;
const TOLD_OUT = '(Twilio) You will get no more texts from this number. To get them again, send START.';
const TOLD_IN = '(Twilio) You will get texts from this number again. To stop them, send STOP.';

/** The list Twilio keeps by itself, for text messages only. */
export function createOptOuts() {
  const people = new Set<string>();
  return {
    has: (person: string): boolean => people.has(person),
    /** What Twilio answers to this by itself, if anything. */
    heard(person: string, text: string): string | null {
      if (person.startsWith('whatsapp:')) return null;
      if (IN.test(text)) return people.delete(person) ? TOLD_IN : null;
      if (!OUT.test(text) || people.has(person)) return null;
      people.add(person);
      return TOLD_OUT;
    },
  };
}
