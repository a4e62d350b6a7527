"""Every loop of every universal function of NumPy, applied to values that never change."""

import hashlib

import numpy as np

_NUMBERS = [0, 1, 2, 3, 5, 7, 100, 127]
_REALS = [0.0, -0.0, 1.0, -1.0, 0.5, 2.5, -3.75, 1e-3, 123.456, 1e4, np.inf, -np.inf, np.nan]
_TEXTS = ["", "a", "Ab", "  x ", "12", "ß", "a,b", "zz"]


def samples(code):
    """Return values of a dtype, given by its one-letter code, that include its odd ones."""
    dtype = np.dtype(code)
    if dtype.kind == "c":
        parts = np.array([0.0, 1.0, -2.5, 1e3, np.inf, np.nan])
        return np.array([complex(a, b) for a in parts for b in parts]).astype(dtype)
    if dtype.kind == "f":
        return np.array(_REALS).astype(dtype)
    if dtype.kind in "mM":
        unit = np.dtype(f"{code}8[s]")
        return np.array([0, 1, 60, 86_400, np.iinfo(np.int64).min], dtype="i8").view(unit)
    if dtype.kind in "SU":
        return np.array([text.strip("ß") for text in _TEXTS]).astype(code)
    if dtype.kind == "T":
        return np.array(_TEXTS, dtype=np.dtypes.StringDType())
    if dtype.kind == "i":
        return np.array([*_NUMBERS, -1, -2, -128], dtype=dtype)
    return np.array(_NUMBERS).astype(dtype)


def loops(code):
    """Return the name, function and input codes of every loop whose first input has this code."""
    found = []
    owners = [np._core.umath, np.fft._pocketfft_umath]
    if code in "dD":  # NumPy itself uses no others; that of svd for complex64 does not end
        owners.append(np.linalg._umath_linalg)
    for owner in owners:
        for name, function in sorted(vars(owner).items()):
            if isinstance(function, np.ufunc):
                listed = _types(function, code)
                found += [(f"{name} {types}", function, inputs) for types, inputs in listed]
    return found


def _types(function, code):
    if code in "SUT":  # loops of texts are not listed: each function says whether it has one
        return [(code, code * function.nin)]
    listed = [(types, types.partition("->")[0]) for types in function.types]
    return [(types, inputs) for types, inputs in listed if inputs[0] == code]


def words_of(result):
    """Return a result as text, or a digest of it where that is shorter; every NaN is alike."""
    text = " ".join(f"{part.dtype} {part.shape} {part.tolist()!r}" for part in result)
    return text if len(text) < 40 else digest(text)


def digest(text):
    """Return what stands for a text that is too long to be shown."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def apply(function, inputs):
    """Apply a loop to all its pairs of values; return what comes, or what is raised, as text."""
    try:
        first, *rest = (samples(code) for code in inputs)
        if function is np.frexp:  # the exponent of an infinity is whatever was in memory
            first = first[np.isfinite(first)]
        if function.signature is not None:
            first, *rest = (_square(one) for one in (first, *rest))
        elif len(rest) == 1:
            first = first[:, np.newaxis]
        result = function(first, *rest)
    except (ArithmeticError, AttributeError, RuntimeError, TypeError, ValueError) as error:
        return f"{type(error).__name__} {digest(str(error))}"
    parts = result if isinstance(result, tuple) else [result]
    return words_of([np.asarray(part) for part in parts])


def _square(values):
    """Return a matrix of the values' dtype that can be inverted."""
    matrix = np.arange(9).reshape(3, 3) % 4 + 5 * np.eye(3)
    if values.dtype.kind == "c":
        matrix = matrix + 1j * matrix.T
    return matrix.astype(values.dtype)
