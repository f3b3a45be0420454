"""The product as in production, on services of its own, under owners who come all at once; nothing here asserts."""
