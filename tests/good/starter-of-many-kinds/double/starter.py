from dataclasses import dataclass


def double(x: float, *, times=2) -> float:
    """Write me."""


class Base:
    def double(self):
        raise NotImplementedError


class Doubler(Base):
    """Inherits what it has to define."""


@dataclass
class Pair:
    first: float
    second: float = 0


twice = double


def _private_to_the_starter():
    pass


if __name__ == "__main__":
    print(double(3))

    def only_when_run():
        pass
