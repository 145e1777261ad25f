declare module 'text-readability' {
  const readability: {
    /** Syllables of a word or text, by the rules of English. */
    syllableCount(text: string): number;
  };
  export default readability;
}
