"""
The tagger: embeddings, two bidirectional LSTMs and a linear-chain CRF (Lafferty et al. 2001) over the BIO tags of
source, cue and content.
"""
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

TAGS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content']
FORBIDDEN = -1e4
# width of each embedding, in the order in which they are joined after GloVe's 100
WIDTHS = {'own': 32, 'prefix': 24, 'suffix': 32, 'shapes': 6, 'quotes': 8, 'cues': 10, 'places': 4}


def allowed():
    """transition[i][j]: may tag j follow tag i; start[j]: may a window begin with j."""
    transition = torch.zeros(7, 7)
    start = torch.zeros(7)
    for j, tag in enumerate(TAGS):
        if tag.startswith('I'):
            start[j] = FORBIDDEN
            for i, before in enumerate(TAGS):
                if before[1:] != tag[1:] or before == 'O':
                    transition[i][j] = FORBIDDEN
    return transition, start


def expectations(emissions, transitions, starts, ends, mask):
    """
    By forward-backward: each sequence's log sum, the probability of each tag of each token, and how often, over the batch,
    one tag follows another, begins and ends.
    """
    length, batch, count = emissions.shape
    forwards = [starts + emissions[0]]
    weights = transitions.exp()
    for t in range(1, length):
        before = forwards[-1]
        best = before.max(1, keepdim=True)[0]
        step = best + ((before - best).exp() @ weights).clamp_min(1e-37).log() + emissions[t]
        forwards.append(torch.where(mask[t].unsqueeze(1), step, before))
    total = torch.logsumexp(forwards[-1] + ends, 1)
    backward = ends.expand(batch, count)
    marginals = torch.zeros_like(emissions)
    pairs = torch.zeros(count, count)
    for t in range(length - 1, -1, -1):
        marginals[t] = (forwards[t] + backward - total.unsqueeze(1)).exp() * mask[t].unsqueeze(1)
        if t == 0:
            break
        ahead = backward + emissions[t]
        top = ahead.max(1, keepdim=True)[0]
        right = (ahead - top).exp()
        left = (forwards[t - 1] + (top - total.unsqueeze(1))).clamp(-80, 80).exp() * mask[t].unsqueeze(1)
        pairs += (left.T @ right) * weights
        step = top + (right @ weights.T).clamp_min(1e-37).log()
        backward = torch.where(mask[t].unsqueeze(1), step, backward)
    last = (forwards[-1] + ends - total.unsqueeze(1)).exp()
    return total, (marginals, pairs, marginals[0].sum(0), last.sum(0))


def counts(tags, mask):
    """The same of tag sequences that are known."""
    count = len(TAGS)
    batch = tags.shape[1]
    marginals = torch.zeros(*tags.shape, count).scatter_(2, tags.unsqueeze(2), 1) * mask.unsqueeze(2)
    both = mask[1:]
    pairs = torch.zeros(count * count).index_add_(0, (tags[:-1] * count + tags[1:])[both], torch.ones(int(both.sum())))
    final = marginals[mask.sum(0).long() - 1, torch.arange(batch)]
    return marginals, pairs.view(count, count), marginals[0].sum(0), final.sum(0)


def mixed(one, other, share):
    """`share` of one set of counts, the rest of another."""
    return tuple(share * a + (1 - share) * b for a, b in zip(one, other))


class Crf(torch.autograd.Function):
    """The cross entropy of a CRF and wanted counts; with those of known tags, their negative log likelihood."""

    @staticmethod
    def forward(ctx, emissions, transitions, starts, ends, mask, wanted):
        total, expected = expectations(emissions, transitions, starts, ends, mask)
        ctx.save_for_backward(*(a - b for a, b in zip(expected, wanted)))
        # what is forbidden weighs much, and is never wanted
        scores = sum(torch.where(b > 0, a * b, torch.zeros_like(b)).sum() for a, b in zip((emissions, transitions, starts, ends), wanted))
        return total.sum() - scores

    @staticmethod
    def backward(ctx, above):
        return (*(gradient * above for gradient in ctx.saved_tensors), None, None)


class Tagger(nn.Module):
    def __init__(self, vocabulary, sizes, annotators, hidden=126, dropout=0.4, word_dropout=0.1):
        super().__init__()
        table = torch.tensor(vocabulary['table'], dtype=torch.float32) * torch.tensor(vocabulary['scales'])[:, None]
        self.glove = nn.Embedding.from_pretrained(table, freeze=True)
        counts = {'own': vocabulary['own'], 'prefix': len(vocabulary['prefixes']), 'suffix': len(vocabulary['suffixes']), **sizes}
        self.embeddings = nn.ModuleDict({name: nn.Embedding(counts[name], width) for name, width in WIDTHS.items()})
        for embedding in self.embeddings.values():
            nn.init.uniform_(embedding.weight, -0.3, 0.3)
        self.own = vocabulary['own']
        width = table.shape[1] + sum(WIDTHS.values())
        self.first = nn.LSTM(width, hidden, bidirectional=True)
        self.second = nn.LSTM(2 * hidden, hidden, bidirectional=True)
        for name, weight in [*self.first.named_parameters(), *self.second.named_parameters()]:
            if 'weight_hh' in name:
                for gate in weight.data.split(hidden):
                    nn.init.orthogonal_(gate)
            elif 'weight_ih' in name:
                nn.init.xavier_uniform_(weight)
            elif 'bias_ih' in name:
                weight.data.zero_()
                weight.data[hidden : 2 * hidden] = 1
            else:
                weight.data.zero_()
        self.out = nn.Linear(2 * hidden, len(TAGS))
        # what each annotator does otherwise than all together; left out where nobody's habits are asked for
        self.habits = nn.Parameter(torch.zeros(annotators, len(TAGS), 2 * hidden + 1))
        self.transitions, self.starts, self.ends = (nn.Parameter(torch.zeros(n)) for n in ((7, 7), 7, 7))
        self.no_transition, self.no_start = allowed()
        self.dropout, self.word_dropout = dropout, word_dropout

    def joined(self, x):
        """Embeddings of a batch of ids [time, batch], joined."""
        word = x['word']
        own = torch.where(word < self.own, word, torch.zeros_like(word))
        if self.training:
            own = own.masked_fill(torch.rand(own.shape) < self.word_dropout, 0)
            unknown = torch.rand(own.shape) < self.word_dropout / 4
            word, own = word.masked_fill(unknown, 0), own.masked_fill(unknown, 0)
        ids = {**x, 'own': own}
        return torch.cat([self.glove(word)] + [self.embeddings[name](ids[name]) for name in WIDTHS], 2)

    def locked(self, hidden, rate):
        """Dropout with one mask a sequence (Gal and Ghahramani 2016)."""
        if not self.training or rate == 0:
            return hidden
        kept = torch.empty(1, hidden.shape[1], hidden.shape[2]).bernoulli_(1 - rate) / (1 - rate)
        return hidden * kept

    def emissions(self, x, lengths, annotators=None):
        hidden = self.locked(self.joined(x), self.dropout / 2)
        for lstm in (self.first, self.second):
            packed = pack_padded_sequence(hidden, lengths, enforce_sorted=True)
            hidden = self.locked(pad_packed_sequence(lstm(packed)[0])[0], self.dropout)
        emissions = self.out(hidden)
        if annotators is None:
            return emissions
        habits = (self.habits - self.habits.mean(0))[annotators]
        return emissions + torch.einsum('tbh,bjh->tbj', hidden, habits[:, :, :-1]) + habits[:, :, -1]

    def weights(self):
        """Transition, start and end weights, with what BIO forbids."""
        return self.transitions + self.no_transition, self.starts + self.no_start, self.ends

    def loss(self, x, lengths, mask, wanted, annotators=None):
        return Crf.apply(self.emissions(x, lengths, annotators), *self.weights(), mask, wanted)

    @torch.no_grad()
    def viterbi(self, x, lengths):
        emissions = self.emissions(x, lengths)
        transitions, starts, ends = self.weights()
        score, back = starts + emissions[0], []
        lengths = torch.as_tensor(lengths)
        for t in range(1, len(emissions)):
            best, where = (score.unsqueeze(2) + transitions).max(1)
            live = (lengths > t).unsqueeze(1)
            back.append(torch.where(live, where, torch.arange(len(TAGS)).expand_as(where)))
            score = torch.where(live, best + emissions[t], score)
        tag = (score + ends).argmax(1)
        path = [tag]
        for where in reversed(back):
            tag = where.gather(1, tag.unsqueeze(1)).squeeze(1)
            path.append(tag)
        return torch.stack(path[::-1])


@torch.no_grad()
def taught(teachers, x, lengths, mask):
    """What several taggers, their scores averaged, expect of a batch."""
    mean = lambda arrays: sum(arrays) / len(teachers)
    weights = [mean(arrays) for arrays in zip(*(teacher.weights() for teacher in teachers))]
    return expectations(mean([teacher.emissions(x, lengths) for teacher in teachers]), *weights, mask)[1]
