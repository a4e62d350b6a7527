class Doubler:
    def __init__(self, first):
        self.value = first

    def double(self):
        return 2 * self.value
