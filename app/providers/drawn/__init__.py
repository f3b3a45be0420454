"""Pictures drawn with Pillow: no key, no network, always available."""
