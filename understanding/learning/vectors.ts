import { createEncoder } from './encoder';
import { decodeEncoder } from './encoder-file';
import { createPieces } from './pieces';

/** Turns a text into a vector of length 1 whose direction is what it means. */
export type Vectors = (text: string) => Float32Array;

/** Sentence vectors, made in WebAssembly; null where the packages for that are not installed, or the encoder is not whole. */
export async function openVectors(bytes: Uint8Array): Promise<Vectors | null> {
  const encoder = decodeEncoder(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const tensors = encoder && (await openTensors());
  if (!encoder || !tensors) return null;
  const piecesOf = createPieces(encoder.pieces);
  const encode = createEncoder(tensors, encoder);
  return (text) => encode(piecesOf(text));
}

async function openTensors() {
  try {
    const [tensors] = await Promise.all([import('@tensorflow/tfjs-core'), import('@tensorflow/tfjs-backend-wasm')]);
    return (await tensors.setBackend('wasm')) ? tensors : null;
  } catch (error) {
    // Node and the tests each have a code of their own for it.
    if ((error as NodeJS.ErrnoException).code?.endsWith('MODULE_NOT_FOUND')) return null;
    throw error;
  }
}

/** The same vectors, each made only once. */
export function remembered(vectorOf: Vectors): Vectors {
  const known = new Map<string, Float32Array>();
  return (text) => {
    const vector = known.get(text) ?? vectorOf(text);
    known.set(text, vector);
    return vector;
  };
}

/** A message as one text, to be read as far as the encoder reads. */
export const wholeOf = (sentences: string[][]): string => sentences.map((words) => words.join(' ')).join(' ');
