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


def lstm(weights, layer):
    """W [2, 4h, in], R [2, 4h, h] and B [2, 8h] of both directions."""
    of = lambda kind, side: weights[f'{layer}.{kind}_l0{side}'].numpy()
    sides = ('', '_reverse')
    return (
        np.stack([gates(of('weight_ih', side)) for side in sides]),
        np.stack([gates(of('weight_hh', side)) for side in sides]),
        np.stack([np.concatenate([gates(of('bias_ih', side)), gates(of('bias_hh', side))]) for side in sides]),
    )


def graph(taggers, glove, path):
    """Input x [time, batch, width]: GloVe, then each tagger's own embeddings; output: the averaged emissions."""
    nodes, tensors, emissions = [], {}, []
    own = sum(WIDTHS.values())
    for k, tagger in enumerate(taggers):
        weights = tagger['weights']
        before = 'x'
        if len(taggers) > 1:
            columns = np.r_[0:glove, glove + k * own : glove + (k + 1) * own].astype(np.int64)
            tensors[f'columns{k}'] = columns
            nodes.append(onnx.node('Gather', ['x', f'columns{k}'], [f'x{k}'], axis=2))
            before = f'x{k}'
        for layer in ('first', 'second'):
            for name, array in zip('WRB', lstm(weights, layer)):
                tensors[f'{layer}{k}.{name}'] = array
            hidden = tensors[f'{layer}{k}.R'].shape[2]
            tensors[f'{layer}{k}.shape'] = np.array([0, 0, 2 * hidden], np.int64)
            label = f'{layer}{k}'
            nodes += [
                onnx.node('LSTM', [before, *(f'{label}.{name}' for name in 'WRB'), 'lengths'], [label], hidden_size=hidden, direction='bidirectional'),
                onnx.node('Transpose', [label], [f'{label}.sides'], perm=[0, 2, 1, 3]),
                onnx.node('Reshape', [f'{label}.sides', f'{label}.shape'], [f'{label}.out']),
            ]
            before = f'{label}.out'
        tensors[f'out{k}.weight'] = weights['out.weight'].numpy().T.copy() / len(taggers)
        tensors[f'out{k}.bias'] = weights['out.bias'].numpy() / len(taggers)
        nodes.append(onnx.node('MatMul', [before, f'out{k}.weight'], [f'scores{k}']))
        nodes.append(onnx.node('Add', [f'scores{k}', f'out{k}.bias'], [f'emissions{k}' if len(taggers) > 1 else 'emissions']))
        emissions.append(f'emissions{k}')
    if len(taggers) > 1:
        nodes.append(onnx.node('Sum', emissions, ['emissions']))
    width = glove + own * len(taggers)
    inputs = [onnx.value('x', onnx.FLOAT, ['time', 'batch', width]), onnx.value('lengths', onnx.INT32, ['batch'])]
    outputs = [onnx.value('emissions', onnx.FLOAT, ['time', 'batch', len(TAGS)])]
    tensors = {name: array.astype(array.dtype if array.dtype == np.int64 else np.float32) for name, array in tensors.items()}
    Path(path).write_bytes(onnx.model('attributions', nodes, tensors, inputs, outputs))


def numbers(array):
    return [float(f'{value:.6g}') for value in np.asarray(array, np.float32).ravel()]


def main():
    linker, models, *files = sys.argv[1:]
    taggers = [torch.load(file) for file in files]
    vocabulary = taggers[0]['vocabulary']
    if any(other['vocabulary']['words'] != vocabulary['words'] for other in taggers[1:]):
        raise SystemExit('the taggers do not have one vocabulary')
    glove = vocabulary['table'].shape[1]
    graph(taggers, glove, Path(models, 'attributions.onnx'))
    embeddings = {
        name: np.concatenate([tagger['weights'][f'embeddings.{name}.weight'].numpy() for tagger in taggers], 1) for name in WIDTHS
    }
    # the joined vector holds each tagger's embeddings together, in the order of WIDTHS
    pieces = [vocabulary['table'].tobytes(), vocabulary['scales'].astype('<f4').tobytes()]
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
