"""What the analyst chooses for the program: asked for in a dialog, kept, and used from then on."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop import modal
from desktop.settings import Settings, save
from desktop.work_queue import WorkQueue
from desktop.workspace import Workspace


class Preferences(QObject):
    """Changes the settings that everything else holds."""

    changed = Signal()
    """Theme, fonts or other things that are seen may be others."""
    language_changed = Signal()
    """The window should be opened anew, in another language."""
    told = Signal(str)

    def __init__(self, settings: Settings, space: Workspace, works: WorkQueue, window: QWidget) -> None:
        super().__init__(window)
        self.settings, self.workspace, self.works, self.window = settings, space, works, window

    def edit(self) -> None:
        """Show the settings, and take what is accepted."""
        from desktop.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self.settings, self.window)
        dialog.accepted.connect(lambda: self.take(dialog.settings()))
        modal.show(dialog)

    def take(self, settings: Settings) -> None:
        """Use other settings from now on, and keep them. Another language waits for what is worked on."""
        spoken = self.settings.language
        for name, value in vars(settings).items():
            setattr(self.settings, name, value)
        save(self.settings)
        if self.workspace.is_open:
            self.workspace.store.author = settings.author
        if settings.language != spoken and not self.works.busy:
            self.language_changed.emit()
            return
        if settings.language != spoken:
            self.told.emit(
                self.tr("The language changes when Cezhu is started again: something is being worked on.")
            )
        self.changed.emit()
