"""Draws what most programs draw, so that fonts and styles are loaded before memory is saved."""

import numpy as np
from matplotlib import pyplot as plt

_, (left, right) = plt.subplots(1, 2, layout="constrained")
left.plot([1.0, 2.0], [1e-3, 3.5], "o-", label="a curve, $x^2$")
left.scatter([1.0], [2.0])
left.set(title="title", xlabel="across", ylabel="up", yscale="log")
left.legend()
right.contourf(np.arange(9.0).reshape(3, 3))
plt.colorbar(right.imshow(np.arange(9.0).reshape(3, 3)))
plt.suptitle("all")
plt.show()
plt.bar(["a", "b"], [1, -2])
plt.hist([1, 2, 2], bins=3)
plt.show()
