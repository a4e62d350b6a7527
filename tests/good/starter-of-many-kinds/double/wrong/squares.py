"""Your function squares."""


def double(x):
    return x * x


twice = double


class Doubler:
    def double(self):
        return double(self.value)
