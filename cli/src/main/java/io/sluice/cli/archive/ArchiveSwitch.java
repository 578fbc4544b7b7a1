package io.sluice.cli.archive;

import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the user wants answers to be kept, in a file of one word. As long as there is no file,
 * the user has not been told that they are. Any word but {@code on} counts as {@code off}.
 */
public final class ArchiveSwitch {
  private final Path file;

  ArchiveSwitch(Path file) {
    this.file = file;
  }

  Position position() {
    if (Files.notExists(file)) {
      return Position.UNTOLD;
    }
    try {
      return Files.readString(file).strip().equals("on") ? Position.ON : Position.OFF;
    } catch (IOException unreadable) {
      return Position.OFF;
    }
  }

  /** Turns the archive on or off for all calls from now on. */
  public void turn(Position position) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder, OwnerOnly.folder(folder));
      }
      if (Files.notExists(file)) {
        Files.createFile(file, OwnerOnly.file(file));
      }
      Files.writeString(file, position == Position.ON ? "on\n" : "off\n");
    } catch (IOException refused) {
      throw new IOException(file + " cannot be written; check the permissions there", refused);
    }
  }

  /** What the user said, if anything. */
  public enum Position {
    /** Nothing: answers are kept, and the user is to be told. */
    UNTOLD,
    ON,
    OFF
  }
}
