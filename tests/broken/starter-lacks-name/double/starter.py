class Double:
    def double(self):
        pass
