def double(x):
pass
