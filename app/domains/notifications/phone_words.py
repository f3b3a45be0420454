"""What is said of notices on a phone."""

from __future__ import annotations

from app.core.i18n import _l

TURNED_ON = _l("C’est fait. Nous vous préviendrons sur cet appareil.")
TURNED_OFF = _l("C’est fait. Cet appareil ne sera plus prévenu.")
DECLINED = _l("C’est noté. Vous pourrez changer d’idée dans vos préférences de notifications.")
UNFIT = _l("Votre navigateur n’a pas donné ce qu’il faut. Essayez de nouveau, ou gardez les courriels.")
