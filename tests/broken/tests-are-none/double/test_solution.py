from solution import double

assert double, 'There is no double.'
