package io.sluice.cli.settings;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** What makes a new file or folder readable by its owner alone, where the system has such modes. */
public final class OwnerOnly {
  private static final FileAttribute<?>[] NONE = {};

  private OwnerOnly() {}

  /** The mode 0600. */
  public static FileAttribute<?>[] file(Path path) {
    return mode(path, "rw-------");
  }

  /** The mode 0700. */
  public static FileAttribute<?>[] folder(Path path) {
    return mode(path, "rwx------");
  }

  private static FileAttribute<?>[] mode(Path path, String mode) {
    boolean known = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return known
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : NONE;
  }
}
