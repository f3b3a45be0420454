"""Have Gemini's image model make a picture: one call, one picture, asked for once more only when none came."""

from __future__ import annotations

import time

from google.genai import types

from app.providers.contracts import Picture, PictureRequest
from app.providers.errors import ProviderError
from app.providers.gemini import picture_answers, picture_prompts
from app.providers.gemini.line import API_VERSION, BROKEN, Line
from app.providers.gemini.picture_answers import NO_IMAGE, Drawn
from app.providers.photos.fitting import encoded, fitted
from app.providers.photos.reading import PhotoRefused, open_photo

IMAGE_SIZE = "1K"
MOST_ANSWER_BYTES = 25_000_000
MOST_PICTURE_BYTES, MOST_PICTURE_PIXELS = 18_000_000, 20_000_000
# The brand is laid over it, and it is written once more: little is lost here.
MOST_KEPT_BYTES = 900_000
# Less than this is not worth a second call.
SHORTEST_CALL_SECONDS = 3.0


class GeminiImageMaker:
    """An ImageMaker over the Gemini Developer API. It never sees a name: the brand is laid over afterwards."""

    def __init__(
        self, api_key: str, base_url: str, model: str, timeout_seconds: float, api_version: str = API_VERSION
    ) -> None:
        self._line = Line(api_key, base_url.rstrip("/"), model, api_version)
        self._timeout_seconds = timeout_seconds

    def make(self, request: PictureRequest) -> Picture:
        """Make one picture of exactly the size asked, within the seconds given to the maker.

        Raises:
            AccessRevoked, PermissionMissing: the key.
            QuotaReached: "quota" for a minute, "quota_day" until midnight Pacific, "quota_none" for a key without one.
            Refused: "blocked", "safety", "model_missing", "refused".
            ProviderError: "no_image" twice, "malformed", "timeout", "unavailable".
        """
        drawn = self._drawn(request)
        try:
            image = open_photo(drawn.content, most_bytes=MOST_PICTURE_BYTES, most_pixels=MOST_PICTURE_PIXELS)
        except PhotoRefused as error:
            raise ProviderError(f"Gemini's picture cannot be used: {error.code}", code="malformed") from error
        content, media_type = encoded(fitted(image, request.width, request.height), most_bytes=MOST_KEPT_BYTES)
        alt_text = picture_prompts.alternative_text(request)
        return Picture(content, media_type, request.width, request.height, alt_text)

    def _drawn(self, request: PictureRequest) -> Drawn:
        over = time.monotonic() + self._timeout_seconds
        try:
            return self._asked(request, self._timeout_seconds)
        except ProviderError as error:
            left = over - time.monotonic()
            if error.code != NO_IMAGE or left < SHORTEST_CALL_SECONDS:
                raise
            return self._asked(request, left)

    def _asked(self, request: PictureRequest, seconds: float) -> Drawn:
        prompt = picture_prompts.prompt_of(request)
        try:
            response = self._line.ask(prompt, _config(request), seconds, most_bytes=MOST_ANSWER_BYTES)
        except BROKEN as error:
            raise picture_answers.error_of(error, self._line.api_key) from error
        return picture_answers.drawn_of(response, self._line.model)


def _config(request: PictureRequest) -> types.GenerateContentConfig:
    # Neither candidateCount, nor a media type: the developer API refuses both.
    ratio = picture_prompts.ratio_of(request.width, request.height)
    return types.GenerateContentConfig(
        response_modalities=["IMAGE"],
        image_config=types.ImageConfig(aspect_ratio=ratio, image_size=IMAGE_SIZE),
    )
