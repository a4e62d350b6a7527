"""What the references of the problems are compared with, one module for each kind."""
