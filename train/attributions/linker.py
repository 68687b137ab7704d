"""
Fits the linker: linker.py WORK OUT.pt. For each content its cue and for each cue its source, by the softmax over the
candidates' scores and 0 for none.
"""
import json
import sys
from pathlib import Path

import torch
from torch import nn

HIDDEN, EPOCHS = 24, 30


def choices(path, role):
    """Groups of pairs, padded: features [choices, candidates, numbers], which are there, and the right one (0: none)."""
    with open(path, encoding='utf8') as lines:
        read = [choice for choice in map(json.loads, lines) if choice['role'] == role and choice['pairs']]
    most = max(len(choice['pairs']) for choice in read)
    width = len(read[0]['pairs'][0])
    pairs = torch.tensor([choice['pairs'] + [[0.0] * width] * (most - len(choice['pairs'])) for choice in read])
    there = torch.tensor([[1] * len(choice['pairs']) + [0] * (most - len(choice['pairs'])) for choice in read]).bool()
    return pairs, there, torch.tensor([choice['right'] + 1 for choice in read])


def scores(network, pairs, there):
    told = network(pairs).squeeze(2).masked_fill(~there, -1e4)
    return torch.cat([torch.zeros(len(told), 1), told], 1)


def fit(work, role):
    torch.manual_seed(1)
    pairs, there, right = choices(Path(work, 'links.train.jsonl'), role)
    network = nn.Sequential(nn.Linear(pairs.shape[2], HIDDEN), nn.Tanh(), nn.Linear(HIDDEN, 1))
    optimiser = torch.optim.AdamW(network.parameters(), lr=5e-3, weight_decay=0.01)
    steps = EPOCHS * (len(pairs) // 256)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.01, 1 - step / steps))
    for _ in range(EPOCHS):
        for group in torch.randperm(len(pairs)).split(256)[: len(pairs) // 256]:
            optimiser.zero_grad()
            nn.functional.cross_entropy(scores(network, pairs[group], there[group]), right[group]).backward()
            optimiser.step()
            schedule.step()
    pairs, there, right = choices(Path(work, 'links.held.jsonl'), role)
    with torch.no_grad():
        right_of = (scores(network, pairs, there).argmax(1) == right).float().mean()
    print(f'{role}: {100 * right_of:.1f} % of {len(right)} choices right in held-out documents', flush=True)
    return network.state_dict(), float(right_of)


def main():
    work, out = sys.argv[1:]
    torch.set_num_threads(1)
    fitted = {role: fit(work, role) for role in ('content', 'source')}
    torch.save({'weights': {role: state for role, (state, _) in fitted.items()}, 'right': {role: right for role, (_, right) in fitted.items()}}, out)


if __name__ == '__main__':
    main()
