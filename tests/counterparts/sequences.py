"""The parts of a GPT, recurrent cells and sampling, beside PyTorch."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from counterparts.compare import autograd, compare


@compare("token-embedding", "torch embedding, autograd")
def token_embedding(ours, rng):
    ids, table = rng.integers(6, size=(4, 9)), rng.normal(size=(6, 5))
    grad = rng.normal(size=(4, 9, 5))
    vectors, grad_table = autograd(
        lambda t: functional.embedding(torch.tensor(ids), t), table, grad=grad
    )
    yield ours.embed_tokens(ids, table), vectors
    yield ours.embed_tokens_backward(ids, grad, 6), grad_table


@compare("sinusoidal-positions", "torch polar: sines and cosines of turns")
def sinusoidal_positions(ours, rng):
    angles = torch.outer(torch.arange(50.0), torch.logspace(0, -4, 9)[:-1])
    turns = torch.view_as_real(torch.polar(torch.ones(angles.shape), angles))
    yield ours.sinusoidal_positions(50, 16), turns.flip(-1).reshape(50, 16)


@compare("rotary-embedding", "torch polar: complex products")
def rotary_embedding(ours, rng):
    x, positions = rng.normal(size=(2, 3, 7, 16)), rng.integers(10000, size=7)
    angles = torch.outer(torch.tensor(positions * 1.0), torch.logspace(0, -4, 9)[:-1])
    points = torch.view_as_complex(torch.tensor(x).reshape(2, 3, 7, 8, 2))
    turned = points * torch.polar(torch.ones(angles.shape), angles)
    yield ours.apply_rotary(x, positions), torch.view_as_real(turned).reshape(x.shape)


@compare("scaled-dot-product-attention", "torch scaled_dot_product_attention")
def scaled_dot_product_attention(ours, rng):
    query, key, value = (rng.normal(size=(2, 3, *size)) for size in [(5, 8), (7, 8), (7, 4)])
    theirs = functional.scaled_dot_product_attention(*map(torch.tensor, (query, key, value)))
    output, weights = ours.scaled_dot_product_attention(query, key, value)
    yield output, theirs
    yield weights @ value, theirs


@compare("causal-mask", "torch tril, masked_fill, softmax")
def causal_mask(ours, rng):
    scores, lower = 5 * rng.normal(size=(2, 3, 6, 6)), torch.ones(6, 6).tril().bool()
    theirs = torch.tensor(scores).masked_fill(~lower, -torch.inf).softmax(-1)
    yield ours.causal_mask(6), lower
    yield ours.masked_softmax(scores, lower.numpy()), theirs


@compare("split-heads", "torch unflatten, transpose")
def split_heads(ours, rng):
    x = rng.normal(size=(2, 5, 12))
    heads = torch.tensor(x).unflatten(-1, (3, 4)).transpose(1, 2)
    yield ours.split_heads(x, 3), heads
    yield ours.join_heads(heads.numpy()), x


def attention_layer(rng, width, n_heads):
    """Return four matrices, and the layer of PyTorch that has them, without biases."""
    matrices = rng.normal(size=(4, width, width)) / 2
    layer = nn.MultiheadAttention(width, n_heads, bias=False, batch_first=True)
    layer.in_proj_weight.data = torch.tensor(np.concatenate([m.T for m in matrices[:3]]))
    layer.out_proj.weight.data = torch.tensor(matrices[3].T.copy())
    return matrices, layer


@compare("multi-head-attention", "torch MultiheadAttention")
def multi_head_attention(ours, rng):
    x, (matrices, layer) = rng.normal(size=(2, 5, 12)), attention_layer(rng, 12, 3)
    inputs, hidden = torch.tensor(x), torch.ones(5, 5).triu(1).bool()
    for causal in (False, True):
        theirs, _ = layer(inputs, inputs, inputs, attn_mask=hidden if causal else None)
        yield ours.multi_head_attention(x, *matrices, 3, causal=causal), theirs


@compare("kv-cache", "torch scaled_dot_product_attention(is_causal)")
def kv_cache(ours, rng):
    matrices, x = rng.normal(size=(3, 6, 4)), rng.normal(size=(9, 6))
    query, key, value = (torch.tensor(x @ matrix)[None] for matrix in matrices)
    theirs = functional.scaled_dot_product_attention(query, key, value, is_causal=True)[0]
    attention = ours.CachedAttention(*matrices)
    parts = [attention.forward(block) for block in np.split(x, [4, 5, 6])]
    yield np.concatenate(parts), theirs
    yield attention.keys, key[0]
    yield attention.values, value[0]


@compare("transformer-block", "torch TransformerEncoderLayer(norm_first)")
def transformer_block(ours, rng):
    matrices, attention = attention_layer(rng, 12, 3)
    layer = nn.TransformerEncoderLayer(
        *(12, 3, 20, 0.0),
        activation=lambda z: functional.gelu(z, approximate="tanh"),
        batch_first=True,
        norm_first=True,
    )
    layer.self_attn = attention
    names = {"norm1_gain": layer.norm1.weight, "norm1_bias": layer.norm1.bias}
    names |= {"norm2_gain": layer.norm2.weight, "norm2_bias": layer.norm2.bias}
    names |= {"b_up": layer.linear1.bias, "b_down": layer.linear2.bias}
    for parameter in names.values():
        parameter.data = torch.tensor(rng.normal(size=parameter.shape))
    weights = {name: parameter.detach().numpy() for name, parameter in names.items()}
    weights |= dict(zip(["w_query", "w_key", "w_value", "w_out"], matrices, strict=True))
    weights["w_up"] = layer.linear1.weight.detach().numpy().T
    weights["w_down"] = layer.linear2.weight.detach().numpy().T
    x, hidden = rng.normal(size=(2, 5, 12)), torch.ones(5, 5).triu(1).bool()
    yield ours.transformer_block(x, weights, 3), layer(torch.tensor(x), src_mask=hidden)
    yield ours.gelu(x), functional.gelu(torch.tensor(x), approximate="tanh")


def copy_weights(cell, w_x, w_h, b):
    """Give a recurrent cell of PyTorch our weights; the second of its two biases is zero."""
    arrays = [w_x.T, w_h.T, b, np.zeros_like(b)]
    for parameter, array in zip(cell.parameters(), arrays, strict=True):
        parameter.data = torch.tensor(array.copy())


@compare("rnn-cell", "torch RNNCell, RNN")
def rnn_cell(ours, rng):
    xs, h = rng.normal(size=(3, 7, 4)), rng.normal(size=(3, 5))
    weights = rng.normal(size=(4, 5)), rng.normal(size=(5, 5)), rng.normal(size=5)
    cell, network = nn.RNNCell(4, 5), nn.RNN(4, 5, batch_first=True)
    copy_weights(cell, *weights)
    copy_weights(network, *weights)
    x, start = torch.tensor(xs), torch.tensor(h)
    yield ours.rnn_cell(xs[:, 0], h, *weights), cell(x[:, 0], start)
    yield ours.rnn_forward(xs, h, *weights), network(x, start[None])[0]


@compare("lstm-cell", "torch LSTMCell, five steps")
def lstm_cell(ours, rng):
    weights = rng.normal(size=(4, 20)), rng.normal(size=(5, 20)), rng.normal(size=20)
    cell = nn.LSTMCell(4, 5)
    copy_weights(cell, *weights)
    h, c = rng.normal(size=(2, 3, 5))
    theirs = torch.tensor(h), torch.tensor(c)
    for x in rng.normal(size=(5, 3, 4)):
        h, c = ours.lstm_cell(x, h, c, *weights)
        theirs = cell(torch.tensor(x), theirs)
        yield h, theirs[0]
        yield c, theirs[1]


@compare("temperature-softmax", "torch softmax of a quotient")
def temperature_softmax(ours, rng):
    logits = 5 * rng.normal(size=(4, 9))
    for temperature in (0.1, 1.0, 7.0):
        yield (
            ours.temperature_softmax(logits, temperature),
            (torch.tensor(logits) / temperature).softmax(-1),
        )


@compare("top-k-sampling", "torch topk, softmax")
def top_k_sampling(ours, rng):
    logits = 3 * rng.normal(size=30)
    for k in (1, 5, 30):
        best = torch.tensor(logits).topk(k)
        theirs = torch.zeros(30).scatter(0, best.indices, best.values.softmax(0))
        yield ours.top_k_probabilities(logits, k), theirs


@compare("top-p-sampling", "torch sort, cumsum")
def top_p_sampling(ours, rng):
    probabilities = rng.dirichlet(np.full(30, 0.5), size=6)
    ranked = torch.tensor(probabilities).sort(-1, descending=True)
    for p in (0.1, 0.6, 0.95):
        before = ranked.values.cumsum(-1) - ranked.values
        kept = ranked.values.masked_fill(before >= p, 0.0)
        theirs = torch.zeros(6, 30).scatter(1, ranked.indices, kept)
        yield ours.top_p_probabilities(probabilities, p), functional.normalize(theirs, p=1)
