"""The product: one folder per word the client uses."""
