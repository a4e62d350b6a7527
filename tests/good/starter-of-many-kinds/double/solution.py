import math
from dataclasses import dataclass

FACTOR = 2


def double(x, *, times=2):
    return _multiply(x, 2)


def _multiply(x, times):
    return math.prod([x, times])


class Base:
    def double(self):
        raise NotImplementedError


class Doubler(Base):
    def double(self):
        return double(self.value)

    def _keep(self, value):
        self.value = value


@dataclass
class Pair:
    first: float
    second: float = 0


if True:
    twice = lambda x: double(x)  # noqa: E731
