"""A coloured line over the panes: something about this project that stays true for a while."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.icons import pixmap
from desktop.theme import Theme

if TYPE_CHECKING:
    from db.ownership import Owner


class Banner(QFrame):
    """Hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.sign = QLabel()
        self.words = QLabel()
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.sign)
        row.addWidget(self.words, 1)
        self.hide()

    def show_owner(self, writable: bool, owner: "Owner | None") -> None:
        """Say why a project can only be read; nothing where it can be changed."""
        if owner is not None:
            since = datetime.fromisoformat(owner.since).replace(tzinfo=UTC).astimezone()
            words = self.tr(
                "{user} on {host} has had this project open since {time}. Here it can be read, searched and "
                "exported, but not changed."
            ).format(user=owner.user, host=owner.host, time=f"{since:%Y-%m-%d %H:%M}")
        else:
            words = self.tr(
                "The file of this project is protected against writing. Here it can be read, searched and "
                "exported, but not changed."
            )
        self.words.setText(words)
        self.setVisible(not writable)

    def set_theme(self, theme: Theme) -> None:
        self.sign.setPixmap(pixmap("lock", theme.on_warning, 18))
