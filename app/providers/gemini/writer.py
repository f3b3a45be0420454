"""Write publications with Gemini: one call, one text."""

from __future__ import annotations

from dataclasses import replace

from google.genai import types

from app.providers.contracts import Draft, WritingRequest
from app.providers.gemini import answers, prompts
from app.providers.gemini.line import API_VERSION, BROKEN, Line

# Thoughts count against the limit: a small one gives an empty answer.
MAX_OUTPUT_TOKENS = 4096


class GeminiWriter:
    """A TextWriter over the Gemini Developer API; retries are the caller's."""

    def __init__(
        self, api_key: str, base_url: str, model: str, timeout_seconds: float, api_version: str = API_VERSION
    ) -> None:
        self._line = Line(api_key, base_url.rstrip("/"), model, api_version)
        self._timeout_seconds = timeout_seconds

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
            response = self._line.ask(prompt.facts, self._config(prompt.instruction), self._timeout_seconds)
        except BROKEN as error:
            raise answers.error_of(error, self._line.api_key) from error
        return replace(answers.draft_of(response, self._line.model), prompt_version=prompt.version)

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
        if self._line.model.startswith(("gemini-1", "gemini-2")):
            return None
        return types.ThinkingConfig(thinking_level=types.ThinkingLevel.LOW)
