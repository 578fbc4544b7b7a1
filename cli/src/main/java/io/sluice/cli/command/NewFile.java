package io.sluice.cli.command;

import io.sluice.cli.settings.UsageException;
import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a user asked for: new, and its owner's alone. */
public final class NewFile {
  private NewFile() {}

  /** Makes it, empty; refuses in one line where something stands or nothing can be made. */
  public static void create(Path file) {
    try {
      Files.createFile(file, OwnerOnly.file(file));
    } catch (FileAlreadyExistsException taken) {
      throw new UsageException(file + " exists; name another file", taken);
    } catch (IOException refused) {
      throw new UsageException(file + " cannot be made; check its folder", refused);
    }
  }
}
