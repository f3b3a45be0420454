"""Bring a picture's colours to sRGB, the only space a phone is sure to show."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

LARGEST_PROFILE = 2_000_000


def in_srgb(image: Image.Image) -> Image.Image:
    """Return the picture in RGB, or RGBA where it is transparent; a profile that cannot be read is ignored."""
    wanted = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if isinstance(profile, bytes) and 0 < len(profile) <= LARGEST_PROFILE and image.mode in ("RGB", "CMYK", "L"):
        try:
            found = ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            found = None
        if found is not None:
            return found.convert(wanted)
    return image if image.mode == wanted else image.convert(wanted)
