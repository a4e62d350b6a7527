def double(x):
    while x < 0:
        print('x' * 1000)
    return 2 * x
