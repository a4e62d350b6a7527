"""A line is indented as no other is."""

def mse_loss(pred, target):
    error = pred - target
  return (error ** 2).mean()
