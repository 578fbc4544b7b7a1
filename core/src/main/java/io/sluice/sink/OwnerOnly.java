package io.sluice.sink;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Attributes that make a new file or folder readable only by its owner. Empty if the file system
 * has no modes; the rights then are those of the surrounding folder.
 */
public final class OwnerOnly {
  private OwnerOnly() {}

  /** The attributes for a file to be created at {@code path}: mode 0600. */
  public static FileAttribute<?>[] file(Path path) {
    return mode(path, "rw-------");
  }

  /** The attributes for a folder to be created at {@code path}: mode 0700. */
  public static FileAttribute<?>[] folder(Path path) {
    return mode(path, "rwx------");
  }

  private static FileAttribute<?>[] mode(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
