class Doubler:
    def __init__(self, start):
        pass

    def double(self):
        pass
