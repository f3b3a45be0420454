"""Publications as they are written: text, picture, quality."""
