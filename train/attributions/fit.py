"""
Fits one tagger: fit.py WORK GLOVE_PACKAGE OUT.pt [options]. WORK holds what dump.ts writes. One document of train in
twenty is held out for calibration and for choices; dev is only read to be told. With teachers, the first is trained on: it
learns from what all of them, averaged, say of the articles and of texts that nobody marked.
"""
import argparse
import json
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parent))
import vocabulary as vocabularies
from tagger import TAGS, Tagger, counts, mixed, taught

IDS = ['word', 'prefix', 'suffix', 'shapes', 'quotes', 'cues', 'places']
HELD_OUT = 20


def documents(path):
    with open(path, encoding='utf8') as lines:
        return [json.loads(line) for line in lines]


def tags(document, relations):
    """One tag a token; where spans overlap, cue before source before content."""
    marked = [0] * len(document['word'])
    for role, begin in (('content', 5), ('source', 1), ('cue', 3)):
        for relation in relations:
            for first, last in relation[role]:
                for i in range(first, last):
                    marked[i] = begin if i == first else begin + 1
    return marked


def bio(window):
    """A window's tags where I- never stands without what it goes on from."""
    fixed = []
    for i, tag in enumerate(window):
        before = fixed[i - 1] if i else 0
        if tag and tag % 2 == 0 and before not in (tag, tag - 1):
            tag -= 1
        fixed.append(tag)
    return fixed


def units(read, fill, annotators, every):
    """The windows of documents: ids, tags and the annotator's number; by the first annotator, or by every one."""
    found = []
    for document in read:
        for annotation in document['annotations'] if every else document['annotations'][:1]:
            marked = tags(document, annotation['relations'])
            for first, last in document['windows'][str(fill)]:
                ids = {name: document[name][first:last] for name in IDS}
                found.append({**ids, 'tags': bio(marked[first:last]), 'annotator': annotators.index(annotation['annotator']) if annotation['annotator'] else -1})
    return found


def batch(chosen):
    """Units, longest first, as tensors [time, batch]."""
    chosen = sorted(chosen, key=lambda unit: -len(unit['tags']))
    lengths = [len(unit['tags']) for unit in chosen]
    pad = lambda name: torch.tensor(np.array([unit[name] + [0] * (lengths[0] - n) for unit, n in zip(chosen, lengths)]).T.copy())
    mask = torch.arange(lengths[0]).unsqueeze(1) < torch.tensor(lengths)
    annotators = torch.tensor([unit['annotator'] for unit in chosen])
    return {name: pad(name) for name in IDS}, lengths, pad('tags'), mask, annotators


def batches(found, tokens, shuffle):
    """Units of like length together, about `tokens` in each batch."""
    order = sorted(found, key=lambda unit: len(unit['tags']) + (shuffle.random() * 8 if shuffle else 0))
    groups, size = [[]], 0
    for unit in order:
        if size + len(unit['tags']) > tokens and groups[-1]:
            groups.append([])
            size = 0
        groups[-1].append(unit)
        size += len(unit['tags'])
    if shuffle:
        shuffle.shuffle(groups)
    return groups


def spans(path):
    found, start = set(), None
    for i, tag in enumerate([*path, 0]):
        if start is not None and not (tag and tag % 2 == 0):
            found.add((TAGS[path[start]][2:], start, i))
            start = None
        if tag % 2 == 1:
            start = i
    return found


def scores(tagger, found):
    """Exact span F1 of each role, in per cent, and their mean."""
    tagger.eval()
    counts = {role: [0, 0, 0] for role in ('source', 'cue', 'content')}
    for group in batches(found, 4000, None):
        x, lengths, gold, *_ = batch(group)
        told = tagger.viterbi(x, lengths)
        for i, n in enumerate(lengths):
            a, b = spans(gold[:n, i].tolist()), spans(told[:n, i].tolist())
            for k, some in enumerate((a, b, a & b)):
                for role, _, _ in some:
                    counts[role][k] += 1
    f1 = {role: 200 * both / max(1, gold + told) for role, (gold, told, both) in counts.items()}
    return {**f1, 'mean': sum(f1.values()) / 3}


def main():
    options = argparse.ArgumentParser()
    options.add_argument('work')
    options.add_argument('package')
    options.add_argument('out')
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--epochs', type=int, default=8)
    options.add_argument('--hidden', type=int, default=126)
    options.add_argument('--fill', type=int, default=0)
    options.add_argument('--tokens', type=int, default=1500)
    options.add_argument('--rate', type=float, default=2e-3)
    options.add_argument('--dropout', type=float, default=0.4)
    options.add_argument('--word-dropout', type=float, default=0.2)
    options.add_argument('--size', type=int, default=40000)
    options.add_argument('--least', type=int, default=5)
    options.add_argument('--average', type=float, default=0.998)
    options.add_argument('--teachers', nargs='*', default=[])
    options.add_argument('--marked', type=float, default=0.5, help='how much what people marked counts beside the teachers')
    chosen = options.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(chosen.seed)
    shuffle = random.Random(chosen.seed)
    train, dev, training = (documents(Path(chosen.work, f'{part}.jsonl')) for part in ('train', 'dev', 'annotator-training'))
    fitted = [document for i, document in enumerate(train) if i % HELD_OUT] + training
    annotators = sorted({annotation['annotator'] for document in [*train, *training, *dev] for annotation in document['annotations']})
    teachers = [torch.load(file) for file in chosen.teachers]
    unmarked = documents(Path(chosen.work, 'pages.jsonl')) if teachers else []
    vocabulary = (
        teachers[0]['vocabulary'] if teachers else vocabularies.build(fitted, chosen.package, chosen.work, chosen.size, chosen.least)
    )
    vocabularies.ids([*train, *training, *dev, *unmarked], vocabulary)
    sizes = {'shapes': 10, 'quotes': 7, 'cues': 17, 'places': 4}
    tagger = Tagger(vocabulary, sizes, len(annotators), chosen.hidden, chosen.dropout, chosen.word_dropout)
    for i, teacher in enumerate(teachers):
        if i == 0:
            tagger.load_state_dict(teacher['weights'])
        state = teacher['weights']
        hidden = state['first.weight_hh_l0'].shape[1]
        teachers[i] = Tagger(vocabulary, sizes, len(annotators), hidden)
        teachers[i].load_state_dict(state)
        teachers[i].eval()
    trained = [weight for weight in tagger.parameters() if weight.requires_grad]
    print(vars(chosen), sum(weight.numel() for weight in trained), 'weights', vocabulary['own'], 'own words', len(vocabulary['prefixes']), len(vocabulary['suffixes']), flush=True)
    parts = {
        part: units(read, chosen.fill, annotators, part == 'train')
        for part, read in (('train', fitted), ('held', train[::HELD_OUT]), ('dev', dev))
    }
    bare = [{**unit, 'annotator': -1} for unit in units(unmarked, chosen.fill, annotators, False)]
    groups = lambda: [*batches(parts['train'], chosen.tokens, shuffle), *(batches(bare, chosen.tokens, shuffle) if bare else [])]
    steps = chosen.epochs * len(groups())
    optimiser = torch.optim.Adam(trained, lr=chosen.rate, betas=(0.9, 0.99))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, (step + 1) / 200) * max(0.02, 1 - step / steps))
    averaged = [weight.detach().clone() for weight in trained]
    step, began = 0, time.time()
    for epoch in range(chosen.epochs):
        tagger.train()
        total = seen = 0
        among = groups()
        shuffle.shuffle(among)
        for group in among:
            x, lengths, gold, mask, by = batch(group)
            known = int(by[0]) >= 0
            wanted = counts(gold, mask) if known else None
            if teachers:
                told = taught(teachers, x, lengths, mask)
                wanted = mixed(wanted, told, chosen.marked) if known else told
            # a teacher has nobody's habits
            loss = tagger.loss(x, lengths, mask, wanted, None if teachers else by)
            optimiser.zero_grad()
            (loss / len(lengths)).backward()
            torch.nn.utils.clip_grad_norm_(trained, 5)
            optimiser.step()
            schedule.step()
            total, seen, step = total + float(loss), seen + sum(lengths), step + 1
            keep = min(chosen.average, (1 + step) / (10 + step))
            with torch.no_grad():
                for mean, weight in zip(averaged, trained):
                    mean.mul_(keep).add_(weight, alpha=1 - keep)
            if step % 100 == 0:
                print(f'{time.time() - began:.0f} s, step {step} of {steps}, loss a token {total / seen:.4f}', flush=True)
        raw = [weight.detach().clone() for weight in trained]
        with torch.no_grad():
            for weight, mean in zip(trained, averaged):
                weight.copy_(mean)
        told = {part: {role: round(f1, 1) for role, f1 in scores(tagger, parts[part]).items()} for part in ('held', 'dev')}
        print(f'{time.time() - began:.0f} s, epoch {epoch + 1}, loss a token {total / seen:.4f}', told, flush=True)
        torch.save({'weights': tagger.state_dict(), 'vocabulary': vocabulary, 'sizes': sizes, 'options': vars(chosen), 'spans': told}, chosen.out)
        with torch.no_grad():
            for weight, kept in zip(trained, raw):
                weight.copy_(kept)


if __name__ == '__main__':
    main()
