"""One question to the Gemini Developer API, whatever it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field

import httpx2
from google import genai
from google.genai import errors, types

from app.providers.gemini.transport import MAX_BYTES, BoundedTransport
from app.providers.gemini.trust import ASYNC_ARGS, TRUST

# `*-latest` aliases exist on v1beta only (contract of 2026-11-21).
API_VERSION = "v1beta"
# The client parses answers without care: a strange one is a Python error.
BROKEN = (errors.APIError, httpx2.HTTPError, OSError, ValueError, TypeError, AttributeError)


@dataclass(frozen=True)
class Line:
    """Where a model answers, and with which key."""

    api_key: str = field(repr=False)
    base_url: str
    model: str
    api_version: str

    def ask(
        self, contents: str, config: types.GenerateContentConfig, seconds: float, *, most_bytes: int = MAX_BYTES
    ) -> types.GenerateContentResponse:
        """Ask once, within `seconds`.

        Raises:
            BROKEN: any of them.
        """
        client = self._client(seconds, most_bytes)
        try:
            return client.models.generate_content(model=self.model, contents=contents, config=config)
        finally:
            client.close()

    def _client(self, seconds: float, most_bytes: int) -> genai.Client:
        # The key is given here: the client would prefer GOOGLE_API_KEY of the environment.
        transport = BoundedTransport(seconds, most_bytes)
        return genai.Client(
            api_key=self.api_key,
            vertexai=False,
            http_options=types.HttpOptions(
                base_url=self.base_url,
                api_version=self.api_version,
                timeout=int(seconds * 1000),
                client_args={"transport": transport, "trust_env": False, "verify": TRUST},
                async_client_args=ASYNC_ARGS,
            ),
        )
