"""You."""


class Doubler:
    def __init__(self, first):
        self.value = first

    def double(self):
        return self.value
