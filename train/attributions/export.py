"""
Writes what the engine loads: export.py LINKER.pt MODELS TAGGER.pt... gives MODELS/attributions.onnx (the LSTMs),
attributions.vectors (the embedding tables) and attributions.json (vocabulary, CRF, linker). Several taggers of one
vocabulary are one model: their emissions and CRFs are averaged.
"""
import json
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parent))
import onnx_file as onnx
from tagger import TAGS, WIDTHS, allowed


def gates(weight):
    """PyTorch orders the gates i f g o, ONNX i o f c."""
    i, f, g, o = np.split(weight, 4)
    return np.concatenate([i, o, f, g])


def lstm(weights, layer, scales):
    """
    W [2, 4h, in], R [2, 4h, h] and B [2, 8h] of both directions, with two inputs and two units more that are always 1 and
    -1: they hold the range of what is quantized at run time, so that it is the same whatever else stands in the batch.
    """
    found = []
    for side in ('', '_reverse'):
        of = lambda kind: weights[f'{layer}.{kind}_l0{side}'].numpy()
        hidden = of('weight_hh').shape[1]
        # gates as i o f c, [4, hidden, ...]
        split = lambda array: gates(array).reshape(4, hidden, *array.shape[1:])
        pad = lambda array, *after: np.pad(array, [(0, 0), (0, 2), *after])
        w = pad(split(of('weight_ih') * scales), (0, 2))
        r = pad(split(of('weight_hh')), (0, 2))
        b = pad(split(of('bias_ih') + of('bias_hh')))
        # input shut, output and forget gates open: such a unit keeps the cell that it is given
        b[:, hidden:] = np.array([-SATURATED, SATURATED, SATURATED, 0])[:, None]
        found.append((w.reshape(-1, w.shape[2]), r.reshape(-1, r.shape[2]), np.concatenate([b.ravel(), np.zeros(b.size)])))
    return [np.stack(arrays) for arrays in zip(*found)]


SATURATED = 30.0
# a cell whose tanh is 1
FULL = 50.0
# seven bits: with eight, processors without VNNI add two products of a byte each beyond 16 bits
LARGEST = 63


def quantized(array):
    """int8 [2, in, 4h] with a scale and a zero point an output: what DynamicQuantizeLSTM takes."""
    array = array.transpose(0, 2, 1)
    scale = np.abs(array).max(1) / LARGEST
    scale[scale == 0] = 1
    return np.round(array / scale[:, None]).astype(np.int8), scale.astype(np.float32), np.zeros_like(scale, dtype=np.int8)


def interleaved(array, hidden):
    """Columns for both directions' outputs, each with its two constant units."""
    forward, backward = np.split(array, [hidden], 1)
    return np.concatenate([np.pad(side, [(0, 0), (0, 2)]) for side in (forward, backward)], 1)


def graph(taggers, scales, path):
    """Input x [time, batch, width]: GloVe, each tagger's own embeddings, 1 and -1; output: the averaged emissions."""
    nodes = [onnx.node('Shape', ['lengths'], ['batch']), onnx.node('Concat', ['one', 'batch', 'one'], ['each'], axis=0)]
    tensors, emissions = {'one': np.array([1], np.int64)}, []
    own = sum(WIDTHS.values())
    glove = len(scales[0]) - own
    width = glove + own * len(taggers) + 2
    for k, tagger in enumerate(taggers):
        weights = tagger['weights']
        before = 'x'
        if len(taggers) > 1:
            tensors[f'columns{k}'] = np.r_[0:glove, glove + k * own : glove + (k + 1) * own, width - 2 : width].astype(np.int64)
            nodes.append(onnx.node('Gather', ['x', f'columns{k}'], [f'x{k}'], axis=2))
            before = f'x{k}'
        hidden = weights['first.weight_hh_l0'].shape[1]
        for layer in ('first', 'second'):
            label = f'{layer}{k}'
            if layer == 'first':
                w, r, b = lstm(weights, layer, scales[k])
            else:
                w, r, b = lstm(weights, layer, 1)
                # the first layer's constant units stand within its output, not after it
                w = np.stack([interleaved(side[:, :-2], hidden) for side in w])
            for name, array in (('W', w), ('R', r)):
                for part, found in zip(('', '.scale', '.zero'), quantized(array)):
                    tensors[f'{label}.{name}{part}'] = found
            tensors[f'{label}.B'] = b
            cells = np.zeros((2, 1, hidden + 2), np.float32)
            cells[:, :, hidden], cells[:, :, hidden + 1] = FULL, -FULL
            tensors[f'{label}.cells'] = cells
            tensors[f'{label}.shape'] = np.array([0, 0, 2 * (hidden + 2)], np.int64)
            inputs = [before, *(f'{label}.{name}' for name in 'WRB'), 'lengths', '', f'{label}.start', '']
            inputs += [f'{label}.{name}' for name in ('W.scale', 'W.zero', 'R.scale', 'R.zero')]
            nodes += [
                onnx.node('Expand', [f'{label}.cells', 'each'], [f'{label}.start']),
                onnx.node('DynamicQuantizeLSTM', inputs, [label], 'com.microsoft', hidden_size=hidden + 2, direction='bidirectional'),
                onnx.node('Transpose', [label], [f'{label}.sides'], perm=[0, 2, 1, 3]),
                onnx.node('Reshape', [f'{label}.sides', f'{label}.shape'], [f'{label}.out']),
            ]
            before = f'{label}.out'
        tensors[f'out{k}.weight'] = interleaved(weights['out.weight'].numpy(), hidden).T / len(taggers)
        tensors[f'out{k}.bias'] = weights['out.bias'].numpy() / len(taggers)
        nodes.append(onnx.node('MatMul', [before, f'out{k}.weight'], [f'scores{k}']))
        nodes.append(onnx.node('Add', [f'scores{k}', f'out{k}.bias'], [f'emissions{k}' if len(taggers) > 1 else 'emissions']))
        emissions.append(f'emissions{k}')
    if len(taggers) > 1:
        nodes.append(onnx.node('Sum', emissions, ['emissions']))
    inputs = [onnx.value('x', onnx.FLOAT, ['time', 'batch', width]), onnx.value('lengths', onnx.INT32, ['batch'])]
    outputs = [onnx.value('emissions', onnx.FLOAT, ['time', 'batch', len(TAGS)])]
    tensors = {name: array if str(array.dtype) in onnx.KINDS else array.astype(np.float32) for name, array in tensors.items()}
    Path(path).write_bytes(onnx.model('attributions', nodes, tensors, inputs, outputs))


# GloVe's numbers are cut here: four standard deviations
LIMIT = 1.6


def scaled_glove(vocabulary):
    """GloVe's rows as int8 with a scale each, all numbers between -1 and 1; and what they were divided by."""
    table = np.clip(vocabulary['table'].astype(np.float32) * vocabulary['scales'][:, None], -LIMIT, LIMIT) / LIMIT
    scales = np.abs(table).max(1) / 127
    scales[scales == 0] = 1
    return np.round(table / scales[:, None]).astype(np.int8), scales, LIMIT


def numbers(array):
    return [float(f'{value:.6g}') for value in np.asarray(array, np.float32).ravel()]


def main():
    linker, models, *files = sys.argv[1:]
    taggers = [torch.load(file) for file in files]
    vocabulary = taggers[0]['vocabulary']
    if any(other['vocabulary']['words'] != vocabulary['words'] for other in taggers[1:]):
        raise SystemExit('the taggers do not have one vocabulary')
    table, row_scales, largest = scaled_glove(vocabulary)
    glove = table.shape[1]
    found = [{name: tagger['weights'][f'embeddings.{name}.weight'].numpy() for name in WIDTHS} for tagger in taggers]
    largest_of = [{name: np.abs(embedding).max() for name, embedding in embeddings.items()} for embeddings in found]
    scales = [
        np.concatenate([np.full(glove, largest), *(np.full(width, most[name]) for name, width in WIDTHS.items())])
        for most in largest_of
    ]
    graph(taggers, scales, Path(models, 'attributions.onnx'))
    embeddings = {
        name: np.concatenate([embedding[name] / most[name] for embedding, most in zip(found, largest_of)], 1) for name in WIDTHS
    }
    pieces = [table.tobytes(), row_scales.astype('<f4').tobytes()]
    pieces += [embedding.astype('<f4').tobytes() for embedding in embeddings.values()]
    Path(models, 'attributions.vectors').write_bytes(b''.join(pieces))
    transition, start = allowed()
    mean = lambda name: np.mean([tagger['weights'][name].numpy() for tagger in taggers], 0)
    read = torch.load(linker)
    weigher = lambda state: {
        'weights': numbers(state['0.weight']),
        'bias': numbers(state['0.bias']),
        'out': numbers(state['2.weight']),
        'offset': float(state['2.bias']),
    }
    told = {
        'taggers': len(taggers),
        'glove': glove,
        'widths': WIDTHS,
        'counts': {name: len(embedding) for name, embedding in embeddings.items()},
        'fill': taggers[0]['options']['fill'],
        'crf': {
            'transitions': numbers(mean('transitions') + transition.numpy()),
            'starts': numbers(mean('starts') + start.numpy()),
            'ends': numbers(mean('ends')),
        },
        'linker': {role: weigher(state) for role, state in read['weights'].items()},
        'calibration': [],
        'prefixes': vocabulary['prefixes'],
        'suffixes': vocabulary['suffixes'],
        'words': vocabulary['words'],
    }
    lines = ',\n'.join(f'  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}' for key, value in told.items())
    Path(models, 'attributions.json').write_text(f'{{\n{lines}\n}}\n', 'utf8')


if __name__ == '__main__':
    main()
