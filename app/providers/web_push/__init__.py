"""Web push: messages sealed for one browser (RFC 8291), signed by this installation (RFC 8292).

Written on `cryptography`: pywebpush opens lines of its own, around our HTTP door, and brings a second HTTP client.
"""
