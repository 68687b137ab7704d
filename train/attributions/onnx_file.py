"""
ONNX files (onnx.proto, IR version 8, operator set 14, and ONNX Runtime's own operators) written without the onnx package: the few messages a tagger needs
in protobuf's wire format.
"""
import struct

import numpy as np

FLOAT, INT8, INT32, INT64 = 1, 3, 6, 7
KINDS = {'float32': FLOAT, 'int8': INT8, 'int64': INT64}


def varint(n):
    n &= (1 << 64) - 1
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def field(number, value):
    """An integer, a string, or a message in bytes."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    value = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(value)) + value


def tensor(name, array):
    return b''.join(field(1, n) for n in array.shape) + field(2, KINDS[str(array.dtype)]) + field(8, name) + field(9, np.ascontiguousarray(array).tobytes())


def attribute(name, value):
    if isinstance(value, int):
        return field(1, name) + field(3, value) + field(20, 2)
    if isinstance(value, str):
        return field(1, name) + field(4, value) + field(20, 3)
    return field(1, name) + b''.join(field(8, n) for n in value) + field(20, 7)


def node(operator, inputs, outputs, domain='', **attributes):
    return (
        b''.join(field(1, name) for name in inputs)
        + b''.join(field(2, name) for name in outputs)
        + field(4, operator)
        + b''.join(field(5, attribute(name, value)) for name, value in attributes.items())
        + field(7, domain)
    )


def value(name, kind, shape):
    """An input or output; dimensions are numbers or names."""
    dimensions = b''.join(field(1, field(1, n) if isinstance(n, int) else field(2, n)) for n in shape)
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, dimensions)))


def model(name, nodes, tensors, inputs, outputs):
    graph = (
        b''.join(field(1, one) for one in nodes)
        + field(2, name)
        + b''.join(field(5, tensor(label, array)) for label, array in tensors.items())
        + b''.join(field(11, one) for one in inputs)
        + b''.join(field(12, one) for one in outputs)
    )
    sets = b''.join(field(8, field(1, domain) + field(2, version)) for domain, version in (('', 14), ('com.microsoft', 1)))
    return field(1, 8) + field(2, 'hearsay train/attributions') + field(7, graph) + sets
