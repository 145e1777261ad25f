import type { Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { EncoderFile, Part } from './encoder-file';

type Tensors = typeof import('@tensorflow/tfjs-core');

/** Each piece looks at the others in so many ways at once. */
const HEADS = 4;
/** No more pieces of words are read: it never learnt of longer texts. */
export const MOST_PIECES = 128;
/** Keeps what does not vary from being divided by nothing. */
const LEAST_VARIANCE = 1e-6;

interface Dense {
  weights: Tensor2D;
  bias: Tensor1D;
}

interface Layer {
  /** Where pieces get wider from here on. */
  carried: Dense | null;
  looking: Dense;
  seen: Dense;
  wide: Dense;
  narrow: Dense;
}

/**
 * Turns the pieces of a text into its vector, of length 1: a transformer of two layers whose last states are averaged. The scales and shifts of
 * its normalisations stand in the weights that follow them. One text at a time: many at once would be no faster.
 */
export function createEncoder(tensors: Tensors, file: EncoderFile): (pieces: number[]) => Float32Array {
  const { add, gather, matMul, mean, mul, reshape, slice, sub, tanh, tensor1d, tidy, transpose } = tensors;
  const { meanings, places, first, second, last } = weightsOf(tensors, file);

  const through = (x: Tensor2D, { weights, bias }: Dense, activation: 'linear' | 'relu' = 'linear') =>
    tensors.fused.matMul({ a: x, b: weights, bias, activation }) as Tensor2D;
  const normal = (x: Tensor2D): Tensor2D => {
    const off = sub(x, mean(x, 1, true));
    return mul(off, tensors.rsqrt(add(mean(tensors.square(off), 1, true), LEAST_VARIANCE)));
  };
  /** Each piece takes from the others what matters to it. */
  const looked = (x: Tensor2D, { carried, looking, seen }: Layer): Tensor2D => {
    const [pieces] = x.shape;
    const ways = transpose(reshape(through(normal(x), looking), [pieces, 3, HEADS, -1]), [1, 2, 0, 3]);
    const [asks, offers, gives] = tensors.unstack(ways) as [Tensor, Tensor, Tensor];
    const taken = matMul(tensors.softmax(matMul(asks, offers, false, true)), gives);
    const together: Tensor2D = reshape(transpose(taken, [1, 0, 2]), [pieces, -1]);
    return add(carried ? through(x, carried) : x, through(together, seen));
  };
  const widened = (x: Tensor2D, { wide }: Layer): Tensor2D => through(normal(x), wide, 'relu');
  const average = (x: Tensor2D): Tensor2D => mean(x, 0, true);

  const encode = (pieces: number[]): Tensor2D => {
    const numbers = tensor1d(pieces, 'int32');
    const begun = looked(add(gather(meanings, numbers), slice(places, 0, pieces.length)), first);
    const ended = looked(add(begun, through(widened(begun, first), first.narrow)), second);
    // The last product is of the average: it comes to the same, and is one row instead of one for each piece.
    const added = through(average(widened(ended, second)), second.narrow);
    return tanh(through(add(average(ended), added), last));
  };

  return (pieces) => {
    const vector = tidy(() => encode(pieces.slice(0, MOST_PIECES)));
    const values = vector.dataSync() as Float32Array;
    vector.dispose();
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  };
}

/** The weights as they are kept for use: outside of what is read from the file, which can go. */
function weightsOf({ tensor1d, tensor2d }: Tensors, { parts }: EncoderFile) {
  const part = (name: string) => parts.get(name) as Part;
  const matrix = (name: string): Tensor2D => tensor2d(part(name).values, [part(name).rows, part(name).columns]);
  const dense = (name: string): Dense => ({ weights: matrix(name), bias: tensor1d(part(`${name} bias`).values) });
  const layer = (name: string): Layer => ({
    carried: parts.has(`${name} carried`) ? dense(`${name} carried`) : null,
    looking: dense(`${name} looking`),
    seen: dense(`${name} seen`),
    wide: dense(`${name} wide`),
    narrow: dense(`${name} narrow`),
  });
  const speeds = part('timing').values;
  return {
    meanings: matrix('pieces'),
    places: tensor2d(waves(speeds), [MOST_PIECES, 2 * speeds.length]),
    first: layer('first'),
    second: layer('second'),
    last: dense('last'),
  };
}

/** Waves of different speeds, by which each place in a text differs from the others. */
function waves(speeds: Float32Array): Float32Array {
  const size = speeds.length;
  return Float32Array.from({ length: MOST_PIECES * 2 * size }, (_, i) => {
    const place = Math.floor(i / (2 * size));
    const at = i % (2 * size);
    return at < size ? Math.sin(place * (speeds[at] as number)) : Math.cos(place * (speeds[at - size] as number));
  });
}
