"""Write publications with Gemini: one call, one text."""

from __future__ import annotations

from dataclasses import replace

import httpx2
from google import genai
from google.genai import errors, types

from app.providers.contracts import Draft, WritingRequest
from app.providers.gemini import answers, prompts
from app.providers.gemini.transport import BoundedTransport
from app.providers.gemini.trust import ASYNC_ARGS, TRUST

# Thoughts count against the limit: a small one gives an empty answer.
MAX_OUTPUT_TOKENS = 4096
# `*-latest` aliases exist on v1beta only (contract of 2026-11-21).
API_VERSION = "v1beta"


class GeminiWriter:
    """A TextWriter over the Gemini Developer API; retries are the caller's."""

    def __init__(
        self, api_key: str, base_url: str, model: str, timeout_seconds: float, api_version: str = API_VERSION
    ) -> None:
        self._api_key = api_key
        self._base_url = base_url.rstrip("/")
        self._model = model
        self._timeout_seconds = timeout_seconds
        self._api_version = api_version

    def write(self, request: WritingRequest) -> Draft:
        """Write one text.

        Raises:
            AccessRevoked, PermissionMissing: the key.
            QuotaReached: "quota" for a minute, "quota_day" until midnight Pacific.
            Refused: "blocked", "safety", "model_missing", "refused".
            ProviderError: "empty", "max_tokens", "malformed", "timeout", "unavailable".
        """
        prompt = prompts.compose(request)
        try:
            client = self._client()
            try:
                response = client.models.generate_content(
                    model=self._model, contents=prompt.facts, config=self._config(prompt.instruction)
                )
            finally:
                client.close()
        except (errors.APIError, httpx2.HTTPError, OSError, ValueError, TypeError, AttributeError) as error:
            # The client parses answers without care: a strange one is a Python error.
            raise answers.error_of(error, self._api_key) from error
        return replace(answers.draft_of(response, self._model), prompt_version=prompt.version)

    def _client(self) -> genai.Client:
        # The key is given here: the client would prefer GOOGLE_API_KEY of the environment.
        return genai.Client(
            api_key=self._api_key,
            vertexai=False,
            http_options=types.HttpOptions(
                base_url=self._base_url,
                api_version=self._api_version,
                timeout=int(self._timeout_seconds * 1000),
                client_args={"transport": BoundedTransport(self._timeout_seconds), "trust_env": False, "verify": TRUST},
                async_client_args=ASYNC_ARGS,
            ),
        )

    def _config(self, instruction: str) -> types.GenerateContentConfig:
        # Neither temperature nor top_p: deprecated on 2026-07-21, and to be refused one day.
        return types.GenerateContentConfig(
            system_instruction=instruction,
            max_output_tokens=MAX_OUTPUT_TOKENS,
            response_mime_type="application/json",
            response_schema=types.Schema.model_validate(prompts.SCHEMA),
            thinking_config=self._thinking(),
        )

    def _thinking(self) -> types.ThinkingConfig | None:
        # Models before 3 refuse thinkingLevel; 3.7 and 3.8 refuse less than « low ».
        if self._model.startswith(("gemini-1", "gemini-2")):
            return None
        return types.ThinkingConfig(thinking_level=types.ThinkingLevel.LOW)
