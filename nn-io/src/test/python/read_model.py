"""Reads a model that Nabla saved, with safetensors and NumPy alone, and computes its outputs.

    python3 read_model.py model.safetensors expected.safetensors 1e-12

The second file has the tensors "inputs" and "outputs", an example in a row. The program ends with 0 if the outputs that it computes,
and those for the model's own probes, are off by no more than the last argument, and if every digest in the model is right.
"""

import hashlib
import json
import sys

import numpy as np
from safetensors import safe_open
from safetensors.numpy import load_file

ACTIVATIONS = {
    "identity": lambda z: z,
    "relu": lambda z: np.maximum(z, 0),
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "softmax": lambda z: np.exp(z - z.max(axis=1, keepdims=True)) / np.exp(z - z.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True),
}


def feedforward(layers, tensors, x):
    """A pass of dense layers; the weights of one are outputs x inputs, an example is a row of x."""
    a = x.astype(np.float64)
    for number, layer in enumerate(layers, start=1):
        if layer["kind"] == "dense":
            weights = tensors[f"{number}.weights"].astype(np.float64)
            biases = tensors[f"{number}.biases"].astype(np.float64)
            assert weights.shape == (layer["units"], a.shape[1]), (number, weights.shape)
            assert biases.shape == (layer["units"],), (number, biases.shape)
            a = ACTIVATIONS[layer["activation"]](a @ weights.T + biases)
        elif layer["kind"] != "dropout":
            sys.exit(f"layer {number} is {layer['kind']}, which this program does not know")
    return a


def check_digests(texts, tensors):
    for name, digest in json.loads(texts["tensors-sha256"]).items():
        found = hashlib.sha256(tensors[name].tobytes()).hexdigest()
        assert found == digest, f"tensor {name} has the SHA-256 {found}, but {digest} was saved"
    sha = hashlib.sha256()
    for key in sorted(texts):
        if key != "texts-sha256":
            for text in (key, texts[key]):
                encoded = text.encode("utf-8")
                sha.update(len(encoded).to_bytes(8, "big"))
                sha.update(encoded)
    assert sha.hexdigest() == texts["texts-sha256"], "the digest of the texts is wrong"


def check_probes(texts, tensors):
    saved = json.loads(texts["probes"])["layers"][-1]
    outputs = tensors["probes.outputs"]
    assert hashlib.sha256(outputs.tobytes()).hexdigest() == saved["sha256"]
    assert outputs[:, :4].tolist() == saved["first"], (outputs[:, :4], saved["first"])


def main(model, expected, tolerance):
    tensors = load_file(model)
    wanted = load_file(expected)
    with safe_open(model, framework="numpy") as file:
        texts = file.metadata()
    layers = json.loads(texts["network"])["layers"]
    check_digests(texts, tensors)
    check_probes(texts, tensors)
    for inputs, outputs in ((wanted["inputs"], wanted["outputs"]), (tensors["probes.inputs"], tensors["probes.outputs"])):
        off = np.abs(feedforward(layers, tensors, inputs) - outputs).max()
        print(f"{len(inputs)} examples, off by {off:.3g}")
        if not off <= tolerance:
            sys.exit(f"the outputs are off by {off}, more than {tolerance}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
